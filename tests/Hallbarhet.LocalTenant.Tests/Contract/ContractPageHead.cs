namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>What docs/local-tenant.md says before its tables.</summary>
internal static class ContractPageHead
{
    public const string Text = """
        # The local tenant

        A small Microsoft 365 on this machine: Graph v1.0 and SharePoint REST as far as the product uses them, strict where Microsoft is strict. What it does not know it refuses with 501 and the method and path, so nothing can seem to work that has not been thought of. It shares no code with the product.

        This page is generated from the contract cases in `tests/Hallbarhet.LocalTenant.Tests/Contract` (`APPROVE=1` writes it anew). Each case runs as raw HTTP in memory and, where the Graph SDK has a builder, through the SDK over a socket; [contract-runs.json](../tests/Hallbarhet.LocalTenant.Tests/Contract/contract-runs.json) has the day on which each last held, by where. **No case has run against a real tenant yet**: the column `tenant` in that file is empty until somebody does, as [verification.md](verification.md) says.

        ## Start it

        ```
        dotnet run --project tests/Hallbarhet.LocalTenant -- --urls http://127.0.0.1:5100
        ```

        | Option | Meaning |
        |---|---|
        | `--urls` | Address; loopback only. Port 0 takes a free one |
        | `--state DIR` | Every write is kept there and played again at the next start; what a kill cut off is dropped and said. A fault script is not part of it: it ends with the process |
        | `--capture FILE` | Every exchange as a line of JSON, tokens left out |
        | `--faults FILE` | A fault script to begin with |
        | `--seed N` | Ids, and the draws of faults with `chance`: the same seed and the same requests give the same answers |
        | `--now 2026-01-05T08:00` | The tenant's time at the start |
        | `--mailbox UPN` | The one mailbox that the runtime identity may use |
        | `--no-pdf` | No conversion to PDF, even where LibreOffice is installed |

        It prints the settings that point a client at it. Azure.Identity gets its tokens through `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` as from a managed identity. With a browser at the same address one sees the sites, lists, mails and documents as staff would.

        **Two clocks.** What is stored (created, sent, due) carries the tenant's own time, which stands still until it is moved. What expires on the wire (tokens, Retry-After, upload sessions, next links) goes by the wall clock.

        ## Its own interface

        Nothing under `/_tenant/` is part of Microsoft 365, counted, captured or struck by faults.

        | Call | Does |
        |---|---|
        | `GET /_tenant/clock`, `POST /_tenant/clock` | Tells and sets the time: `{"now":"2026-03-01T06:00:00Z"}` or `{"advance":"1.00:00:00"}` |
        | `GET /_tenant/faults`, `PUT /_tenant/faults` | The fault script, how often each rule fired, and the modes; a new script replaces the old |
        | `GET /_tenant/log` | Requests, writes and resource units since the start, or `?since=N` |
        | `GET /_tenant/days` | A digest of each simulated day's requests, to compare two runs |
        | `GET /_tenant/mail` | Every mail that left, the ones that Microsoft 365 sends by itself too |
        | `POST /_tenant/lock` | A file is open in Word: `{"path":"…","by":"…"}` |
        | `GET /_tenant/operations` | What this page is made of |
        | `GET /_tenant/permissions` | Which application permissions each identity used, by operation, and which it never did |
        | `POST /_tenant/token` | A person's token: `{"user":"…","resource":"…"}` |
        | `GET /_tenant/identity`, `POST /_tenant/identity` | Applications with their roles, sites and mailbox |
        | `GET /_tenant/msi/token` | The managed identity endpoint |
        | `POST /_tenant/save` | Writes capture and state out |

        ## Faults

        ```
        {"rules":[{"method":"POST","path":"/v1.0/users/*/messages/*/send","nth":3,"times":1,"mode":"after","status":504}]}
        ```

        `method` is a method, `*`, or `write` for every call that is no GET; parts of batches count as calls. `nth` counts matching calls for each path, absent means every one; `times` limits, `chance` draws, `thenDown` lets nothing through until the script is replaced. Modes:

        | `mode` | Does |
        |---|---|
        {modes}

        ## What differs everywhere

        - Tokens are not signed. The tenant knows those that it issued, with audience, roles and lifetime.
        - All hosts share one port and are told apart by path; only upload and download addresses have another host name (`localhost`), so that a client that sends its token there is found out.
        - An unknown query option is refused with 501 where the service ignores some and answers 400 to others.
        - What is deleted is gone: there is no recycle bin.
        - Graph's `request-id` and dates of errors are made up; ids are opaque but shorter than the service's.
        """;
}
