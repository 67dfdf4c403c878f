using Hallbarhet.Hosting.Jobs;
using Hallbarhet.Hosting.Settings;
using Hallbarhet.SelfHost;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Hallbarhet.Tests.SelfHost;

public sealed class HostSettingsTests
{
    private const string GoodKey = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    public void On_loopback_the_host_needs_no_key(string urls) => Read(("urls", urls)).Key.ShouldBeNull();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://host.example:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.4:5080")]
    public void Beyond_loopback_the_host_demands_a_key(string urls)
    {
        Should.Throw<HostSettingException>(() => Read(("urls", urls))).Message.ShouldContain("HostKey");
        Read(("urls", urls), ("HostKey", GoodKey)).Key.ShouldBe(GoodKey);
    }

    [Fact]
    public void A_key_that_can_be_guessed_is_refused() =>
        Should.Throw<HostSettingException>(() => Read(("HostKey", "kort"))).Message.ShouldContain("32");

    [Fact]
    public void The_tenants_clock_needs_a_tenant() =>
        Should.Throw<HostSettingException>(() => Read(("clock", "tenant"))).Message.ShouldContain("--tenant");

    [Theory]
    [InlineData("clock", "moon", "--clock")]
    [InlineData("tenant", "not an address", "--tenant")]
    public void A_setting_that_cannot_be_read_is_named(string name, string value, string said) =>
        Should.Throw<HostSettingException>(() => Read((name, value))).Message.ShouldContain(said);

    [Fact]
    public void Every_job_has_a_schedule_that_can_be_read_and_a_name_of_its_own()
    {
        var settings = Configuration();
        foreach (var job in JobCatalog.All) Timers.ScheduleOf(job, settings).ShouldNotBeNull();
        JobCatalog.All.Select(j => j.Name).ShouldBeUnique();
        JobCatalog.All.ShouldAllBe(j => j.ScheduleKey == j.Name + "Schedule" && !j.ScheduleKey.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void A_schedule_that_cannot_be_read_names_its_setting() =>
        Should.Throw<HostSettingException>(() => Timers.ScheduleOf(JobCatalog.Find("PlanYear")!, Configuration(("PlanYearSchedule", "often"))))
            .Message.ShouldContain("PlanYearSchedule");

    [Theory]
    [InlineData("MeetingsPerYear", "12")]
    [InlineData("MeetingDay", "Sunday")]
    [InlineData("MeetingEnd", "12:00")]
    [InlineData("AgendaDaysBefore", "2")]
    [InlineData("ApprovalsNeeded", "3")]
    [InlineData("RegistryAddress", "ingen adress")]
    [InlineData("Expires", "Certifikat i vår")]
    public void A_wrong_setting_of_the_group_is_named_with_what_to_set(string name, string value) =>
        Configuration((name, value)).Get<GroupOptions>()!.Problems().ShouldHaveSingleItem().ShouldContain(name);

    [Fact]
    public void What_expires_is_read_with_its_day() =>
        Configuration(("Expires", "Certifikat=2027-05-01; Gruppens livslängd=2027-03-01")).Get<GroupOptions>()!.ToSettings("").Expires
            .ShouldBe(new Dictionary<string, DateOnly> { ["Certifikat"] = new(2027, 5, 1), ["Gruppens livslängd"] = new(2027, 3, 1) });

    [Fact]
    public void Mail_goes_nowhere_until_somebody_says_where() =>
        new MailOptions().Problems().ShouldHaveSingleItem().ShouldContain("MailRedirectAllTo");

    [Fact]
    public void Live_mail_needs_the_domains_it_may_reach() =>
        new MailOptions { MailLive = true }.Problems().ShouldHaveSingleItem().ShouldContain("MailAllowedDomains");

    private static HostSettings Read(params (string Name, string Value)[] settings) => HostSettings.From(Configuration(settings));

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
}
