namespace Hallbarhet.LocalTenant.Mail;

/// <summary>A message as MIME: text and HTML alternatives, attachments after them, everything outside ASCII encoded.</summary>
internal sealed class MimeWriter
{
    private readonly StringBuilder text = new();

    public static byte[] Write(MailMessage message)
    {
        var writer = new MimeWriter();
        writer.Head(message);
        var boundary = $"_000_{message.ImmutableId[4..24]}_";
        if (message.Attachments.Count == 0) writer.Alternatives(message, boundary);
        else writer.Mixed(message, boundary);
        return Encoding.ASCII.GetBytes(writer.text.ToString());
    }

    private void Head(MailMessage message)
    {
        var json = message.Json;
        Line("From: " + People(message, "from"));
        foreach (var (header, list) in ((string, string)[])[("To", "toRecipients"), ("Cc", "ccRecipients"), ("Reply-To", "replyTo")])
            if (People(message, list) is { Length: > 0 } people) Line($"{header}: {people}");
        Line("Subject: " + Word(message.Subject));
        var sent = DateTimeOffset.Parse(json.Text("sentDateTime")!, CultureInfo.InvariantCulture);
        Line("Date: " + sent.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Line("Message-ID: " + json.Text("internetMessageId"));
        if (json.Text("importance") is "high" or "low") Line("Importance: " + json.Text("importance"));
        foreach (var (name, value) in message.Headers) Line($"{name}: {Word(value)}");
        Line("Content-Language: sv-SE");
        Line("MIME-Version: 1.0");
    }

    private void Mixed(MailMessage message, string boundary)
    {
        Line($"Content-Type: multipart/mixed; boundary=\"{boundary}mix\"");
        Line("");
        Line($"--{boundary}mix");
        Alternatives(message, boundary + "alt");
        foreach (var attachment in message.Attachments)
        {
            Line($"--{boundary}mix");
            var name = Word(attachment.Text("name")!);
            Line($"Content-Type: {attachment.Text("contentType")}; name=\"{name}\"");
            Line($"Content-Disposition: {(attachment.Flag("isInline") == true ? "inline" : "attachment")}; filename=\"{name}\"");
            if (attachment.Text("contentId") is { } id) Line($"Content-ID: <{id}>");
            Base64(Convert.FromBase64String(attachment.Text("contentBytes")!));
        }
        Line($"--{boundary}mix--");
    }

    private void Alternatives(MailMessage message, string boundary)
    {
        var body = message.Json.Inner("body")!;
        var content = body.Text("content") ?? "";
        if (body.Text("contentType") == "text")
        {
            Line("Content-Type: text/plain; charset=\"utf-8\"");
            Base64(Encoding.UTF8.GetBytes(content));
            return;
        }
        Line($"Content-Type: multipart/alternative; boundary=\"{boundary}\"");
        Line("");
        foreach (var (type, part) in ((string, string)[])[("plain", MessageJson.ToText(content)), ("html", content)])
        {
            Line("--" + boundary);
            Line($"Content-Type: text/{type}; charset=\"utf-8\"");
            Base64(Encoding.UTF8.GetBytes(part));
        }
        Line($"--{boundary}--");
    }

    private void Base64(byte[] bytes)
    {
        Line("Content-Transfer-Encoding: base64");
        Line("");
        Line(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks));
        Line("");
    }

    private static string People(MailMessage message, string name)
    {
        var people = message.Json[name] is JsonObject one ? [one] : message.Json.Objects(name);
        return string.Join(",\r\n ", people.Select(p => Person(p.Inner("emailAddress")!)));
    }

    private static string Person(JsonObject email)
    {
        var (phrase, address) = (Phrase(email.Text("name")), $"<{email.Text("address")}>");
        return phrase.Length + address.Length > 65 ? $"{phrase.TrimEnd()}\r\n {address}" : phrase + address;
    }

    private static string Phrase(string? name)
    {
        if (name is null) return "";
        return name.All(c => c is >= ' ' and <= '~') ? $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\" " : Word(name) + " ";
    }

    /// <summary>RFC 2047, in pieces that keep every encoded word within 75 characters and no character cut.</summary>
    private static string Word(string value)
    {
        value = value.ReplaceLineEndings(" ");
        if (value.All(c => c is >= ' ' and <= '~')) return value;
        var words = new List<string>();
        var piece = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(piece.ToString()) + rune.Utf8SequenceLength > 42) Flush(words, piece);
            _ = piece.Append(rune.ToString());
        }
        Flush(words, piece);
        return string.Join("\r\n ", words);
    }

    private static void Flush(List<string> words, StringBuilder piece)
    {
        words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece.ToString()))}?=");
        _ = piece.Clear();
    }

    private void Line(string line) => text.Append(line).Append("\r\n");
}
