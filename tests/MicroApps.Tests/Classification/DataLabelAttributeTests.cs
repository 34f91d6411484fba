using System.Reflection;

namespace MicroApps.Tests;

public class DataLabelAttributeTests
{
    [Fact]
    public void Label_is_found_on_types_members_and_parameters()
    {
        var parameter = typeof(Patient).GetConstructors()[0].GetParameters()[0];

        Assert.Equal(DataClass.Internal, typeof(Patient).GetCustomAttribute<DataLabelAttribute>()!.DataClass);
        Assert.Equal(DataClass.Regulated, parameter.GetCustomAttribute<DataLabelAttribute>()!.DataClass);
        Assert.Equal(DataClass.Public, typeof(Patient).GetProperty(nameof(Patient.Ward))!.GetCustomAttribute<DataLabelAttribute>()!.DataClass);
        Assert.Equal(DataClass.Confidential, typeof(Patient).GetField(nameof(Patient.Note))!.GetCustomAttribute<DataLabelAttribute>()!.DataClass);
    }

    [DataLabel(DataClass.Internal)]
    private sealed class Patient([DataLabel(DataClass.Regulated)] string name)
    {
        [DataLabel(DataClass.Confidential)]
        public readonly string Note = name;

        [DataLabel(DataClass.Public)]
        public string Ward => Note;
    }
}
