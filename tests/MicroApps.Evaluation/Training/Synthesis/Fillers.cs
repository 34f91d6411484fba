namespace MicroApps.Evaluation;

/// <summary>Dates, numbers, jobs and other things that are no names.</summary>
internal sealed class Fillers(Dice dice)
{
    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] s_months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] s_things =
    [
        "invoice", "contract", "report", "parcel", "order", "refund", "laptop", "password", "printer", "ticket", "booking", "delivery", "meeting", "budget", "draft", "presentation", "account", "loan", "card", "statement",
        "dashboard", "router", "subscription", "pump", "sensor", "bicycle", "washing machine", "insurance claim", "annual report", "time sheet", "tax return", "credit limit", "release", "survey",
    ];

    private static readonly string[] s_jobs =
    [
        "accountant", "sales manager", "software engineer", "nurse", "teacher", "architect", "electrician", "plumber", "lawyer", "designer", "driver", "chef", "project manager", "data analyst", "consultant", "surgeon",
        "dental hygienist", "tax inspector", "art director", "marketing assistant", "machine operator", "librarian", "editor", "photographer", "chief executive", "vice president", "head of finance", "purchasing agent",
        "chairman", "security guard", "truck mechanic", "real estate broker", "laboratory technician", "court reporter", "interpreter", "bookkeeper", "carpenter", "civil engineer", "physicist", "actor", "poet",
        "payroll clerk", "leasing agent", "equipment repairer", "packager", "dispatcher", "receptionist", "welder", "printing press operator", "sheet metal worker", "speech therapist",
    ];

    public string? Next(string slot) => slot switch
    {
        "n" => dice.Between(2, 99).ToString(System.Globalization.CultureInfo.InvariantCulture),
        "year" => dice.Fill(dice.Of(["19##", "20##"])),
        "month" => dice.Of(s_months),
        "weekday" => dice.Of(s_days),
        "date" => Date(),
        "time" => dice.Of([dice.Fill("1#:#5"), dice.Fill("#:30 am"), "noon", dice.Fill("# pm"), dice.Fill("0#:#0:##")]),
        "money" => dice.Fill(dice.Of(["$##", "$#,###", "€###", "£## ", "#### USD", "##,## EUR"])).Trim(),
        "phone" => dice.Fill(dice.Of(["+1 ###-###-####", "(###) ###-####", "###-###-####", "0## ### ## ##", "+4# ### ######", "## ## ## ##", "###.###.####", "001-###-###-####x###", "0#### ######"])),
        "email" => dice.Fill(dice.Of(["info@mail.example", "j.????@corp.example", "office##@shop.example", "????????@webmail.example"])),
        "iban" => dice.Fill(dice.Of(["GB##????##############", "DE####################", "NL##????##########"])),
        "card" => dice.Fill(dice.Of(["4###############", "5### #### #### ####", "4###-####-####-####", "37#############"])),
        "ssn" => dice.Fill("###-##-####"),
        "code" => dice.Fill(dice.Of(["#####", "??-####", "#?###?", "INC-####"])),
        "thing" => dice.Of(s_things),
        "job" => Cased(dice.Of(s_jobs)),
        _ => null,
    };

    private string Date() => dice.Below(4) switch
    {
        0 => dice.Fill("#/1#/20##"),
        1 => $"{dice.Of(s_months)} {dice.Between(1, 28)}, {dice.Between(1950, 2026)}",
        2 => dice.Fill("20##-0#-1#"),
        _ => $"{dice.Between(1, 28)} {dice.Of(s_months)}",
    };

    private string Cased(string job) => dice.Below(3) switch
    {
        0 => char.ToUpperInvariant(job[0]) + job[1..],
        1 => string.Join(' ', job.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..])),
        _ => job,
    };
}
