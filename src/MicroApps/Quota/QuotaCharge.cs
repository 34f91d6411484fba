namespace MicroApps;

/// <summary>Whom a call's use is charged to, for reports by app, owner, cost centre, user and model.</summary>
/// <param name="AppId">The app's id.</param>
/// <param name="OwnerGroup">The owner group of the manifest.</param>
/// <param name="CostCentre">The cost centre of the manifest.</param>
/// <param name="User">A keyed commitment of the user, or an empty string.</param>
/// <param name="ModelId">The model as the manifest names it.</param>
public sealed record QuotaCharge(string AppId, string OwnerGroup, string CostCentre, string User, string ModelId);
