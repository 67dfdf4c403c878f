using System.Security.Cryptography;
using System.Text;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>The client-request-id that a case sends: it tells in a capture which exchange belongs to which case.</summary>
internal static class CaseId
{
    public static string Of(ContractCase given) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(given.Key))[..16]).ToString();
}
