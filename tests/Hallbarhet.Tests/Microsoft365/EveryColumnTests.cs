using System.Reflection;
using System.Text.Json;
using Hallbarhet.Group.Agenda;
using Hallbarhet.Group.Communication;
using Hallbarhet.Group.DecisionsActions;
using Hallbarhet.Group.Goals;
using Hallbarhet.Group.HorizonScan;
using Hallbarhet.Group.Initiatives;
using Hallbarhet.Group.Jobs;
using Hallbarhet.Group.Learning;
using Hallbarhet.Group.Mailing;
using Hallbarhet.Group.Meetings;
using Hallbarhet.Group.Members;
using Hallbarhet.Group.Records;
using Hallbarhet.Group.ReportBacks;
using Hallbarhet.Group.Reports;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.Microsoft365;

/// <summary>A property that somebody adds to a row and forgets in its map would be lost without a word; here it is not.</summary>
public sealed class EveryColumnTests : IAsyncLifetime
{
    private static readonly string[] KeptByTheService =
        [nameof(Row.Id), nameof(Row.ETag), nameof(Row.Created), nameof(Row.Modified), nameof(Row.Author), nameof(Row.Editor),
        nameof(Row.WasThere), nameof(AgendaItem.HasAttachments)];

    private GroupTenant tenant = null!;
    private PersonId person;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tenant = await GroupTenant.StartAsync(Ct);
        person = (await tenant.Lists.ReadAsync(GroupList.Members, Ct)).Members[0].Person!.Value;
        var now = tenant.Clock.GetUtcNow();
        // What the lookups of the other rows lead to; the rest is there from the start.
        await tenant.Lists.AddAsync(new Meeting { Title = "Möte", StartsAt = now, EndsAt = now }, Ct);
        await tenant.Lists.AddAsync(new Initiative { Title = "Insats", Owner = person, SourceKey = "i" }, Ct);
        await tenant.Lists.AddAsync(new Report { Title = "Rapport" }, Ct);
        await tenant.Lists.AddAsync(new PublishedRecord { Title = "Handling" }, Ct);
    }

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact]
    public async Task Every_property_of_every_row_is_written_and_read_back()
    {
        await ComesBackAsync<Meeting>(GroupList.Meetings);
        await ComesBackAsync<AgendaItem>(GroupList.AgendaItems);
        await ComesBackAsync<Initiative>(GroupList.Initiatives);
        await ComesBackAsync<DecisionAction>(GroupList.DecisionsActions);
        await ComesBackAsync<HorizonItem>(GroupList.HorizonItems);
        await ComesBackAsync<LearningActivity>(GroupList.LearningActivities, nameof(Row.SourceKey));
        await ComesBackAsync<CommunicationItem>(GroupList.CommunicationItems);
        await ComesBackAsync<ReportBack>(GroupList.ReportBacks);
        await ComesBackAsync<Member>(GroupList.Members);
        await ComesBackAsync<OrganisationUnit>(GroupList.Organisation, nameof(Row.SystemMessage));
        await ComesBackAsync<Report>(GroupList.Reports, nameof(Row.SystemMessage));
        await ComesBackAsync<Goal>(GroupList.Goals, nameof(Row.SystemMessage));
        await ComesBackAsync<PublishedRecord>(GroupList.PublishedRecords, nameof(Row.SystemMessage));
        await ComesBackAsync<MailingRow>(GroupList.Mailings, nameof(Row.SystemMessage), nameof(Row.SourceKey));
    }

    private async Task ComesBackAsync<T>(GroupList list, params string[] notInThisList) where T : Row, new()
    {
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && !KeptByTheService.Contains(p.Name) && !notInThisList.Contains(p.Name)).ToList();
        var row = new T();
        foreach (var property in properties) property.SetValue(row, Sample(property));

        var added = await tenant.Lists.AddAsync(row, Ct);
        var read = (await tenant.Lists.ReadAsync(list, Ct)).Of<T>().Single(r => r.Id == added.Id);
        var cleared = await tenant.Lists.UpdateAsync(read, Emptied(read, properties), Ct);

        foreach (var property in properties) Text(property, read).ShouldBe(Text(property, row), $"{typeof(T).Name}.{property.Name}");
        foreach (var property in properties.Where(MayBeEmpty))
            Text(property, cleared).ShouldBe(Text(property, new T()), $"{typeof(T).Name}.{property.Name} emptied");
    }

    private static T Emptied<T>(T row, IReadOnlyList<PropertyInfo> properties) where T : Row, new()
    {
        var empty = row with { };
        foreach (var property in properties.Where(MayBeEmpty)) property.SetValue(empty, property.GetValue(new T()));
        return empty;
    }

    /// <summary>Lists demand some columns, and a row keeps its title and key.</summary>
    private static bool MayBeEmpty(PropertyInfo property) => property.Name is not
        (nameof(Row.Title) or nameof(Row.SourceKey) or nameof(MailingRow.MailKey) or nameof(Meeting.StartsAt) or nameof(Meeting.EndsAt)
        or nameof(AgendaItem.Purpose) or nameof(Initiative.Owner) or nameof(DecisionAction.Kind));

    private static string Text(PropertyInfo property, object row) => JsonSerializer.Serialize(property.GetValue(row));

    private object Sample(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(1)!;
        if (type == typeof(string)) return $"{property.Name} & <åäö>";
        if (type == typeof(DateOnly)) return new DateOnly(2026, 10, 25);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        if (type == typeof(PersonId)) return person;
        if (type == typeof(IReadOnlyList<PersonId>)) return new List<PersonId> { person };
        if (type == typeof(IReadOnlyList<int>)) return new List<int> { 1, 2 };
        if (type == typeof(IReadOnlyList<string>)) return new List<string> { "Intranät", "Press" };
        if (type == typeof(int)) return 1;
        return type == typeof(double) ? 2.5 : type == typeof(bool) ? true : throw new NotSupportedException($"{property.Name}: {type}");
    }
}
