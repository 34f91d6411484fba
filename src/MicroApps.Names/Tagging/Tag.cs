namespace MicroApps.Names;

/// <summary>Where a token stands in a name: outside, at its beginning, or inside.</summary>
internal enum Tag
{
    Outside,
    PersonBegin,
    PersonInside,
    LocationBegin,
    LocationInside,
    OrganizationBegin,
    OrganizationInside,
}
