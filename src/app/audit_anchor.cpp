#include "app/audit_anchor.h"

#include "app/unit_of_work.h"
#include "base/platform.h"
#include "base/text.h"
#include "store/audit_trail.h"

#include <array>
#include <charconv>

namespace holdfast::app {
namespace {

constexpr std::size_t longest = 4096;
constexpr std::string_view title = "Holdfast audit anchor\n";
constexpr std::array<std::string_view, 5> names{"store", "entry", "written", "link", "seal"};

/// Tells stores apart, and nothing else of them.
std::string markOf(const store::AuditTrail& trail)
{
    return trail.sealOf("store").substr(0, 16);
}

/// What stands before the seal.
std::string sealedLines(const store::AuditTrail& trail, const AuditAnchor& anchor)
{
    const std::array<std::string, 4> values{markOf(trail), std::to_string(anchor.seq), formatInstant(anchor.at),
                                            anchor.mac};
    std::string text{title};
    for (std::size_t i = 0; i < values.size(); ++i)
        text += std::string{names[i]} + ' ' + values[i] + '\n';
    return text;
}

Error wrong(std::string_view line, std::string detail)
{
    return {ErrorCode::invalid, std::string{line}, std::move(detail)};
}

/// What follows `name` on its line; empty when there is no such line.
std::string valueOf(std::string_view text, std::string_view name)
{
    const std::string begins = '\n' + std::string{name} + ' ';
    const auto at = text.find(begins);
    if (at == std::string_view::npos)
        return {};
    const auto from = at + begins.size();
    return tidied(std::string{text.substr(from, text.find('\n', from) - from)});
}

}  // namespace

std::string anchorText(db::Connection& connection, const AuditAnchor& anchor)
{
    const store::AuditTrail trail{connection};
    const std::string lines = sealedLines(trail, anchor);
    return lines + "seal " + trail.sealOf(lines) + '\n';
}

Result<AuditAnchor> readAnchorText(db::Connection& connection, std::string_view text)
{
    if (!text.starts_with(title.substr(0, title.size() - 1)))
        return wrong("line 1", "expected \"Holdfast audit anchor\"");
    std::array<std::string, names.size()> values;
    for (std::size_t i = 0; i < names.size(); ++i) {
        values[i] = valueOf(text, names[i]);
        if (values[i].empty())
            return wrong(names[i], "expected a line that begins with \"" + std::string{names[i]} + '"');
    }
    AuditAnchor anchor;
    const auto read = std::from_chars(values[1].data(), values[1].data() + values[1].size(), anchor.seq);
    const auto at = parseInstant(values[2]);
    if (read.ptr != values[1].data() + values[1].size() || anchor.seq < 1)
        return wrong("entry", "expected the number of an entry");
    if (!at)
        return wrong("written", "expected a time as in 2026-03-31T12:00:00Z");
    anchor.at = *at;
    anchor.mac = values[3];
    const store::AuditTrail trail{connection};
    if (values[0] != markOf(trail))
        return wrong("store", "the anchor is that of another store");
    if (values[4] != trail.sealOf(sealedLines(trail, anchor)))
        return wrong("seal", "the anchor was changed after it was written");
    return anchor;
}

AuditAnchorFile::AuditAnchorFile(db::Connection& connection, std::string path)
    : m_connection{connection}, m_path{std::move(path)}
{}

Result<AuditAnchor> AuditAnchorFile::read() const
{
    const auto text = platform::readFile(m_path, longest);
    return text ? readAnchorText(m_connection, *text) : text.error();
}

Result<Done> AuditAnchorFile::renew() const
{
    const auto text = inTransaction(m_connection, db::Access::read, [&]() -> Result<std::string> {
        const auto before = read();
        if (!before && before.error().code != ErrorCode::notFound)
            return before.error();
        const store::AuditTrail trail{m_connection};
        if (before && trail.linkAt(before->seq) != before->mac)
            return Error{ErrorCode::refused, m_path, "the trail no longer fits it"};
        const auto newest = trail.newest();
        return newest ? anchorText(m_connection, *newest) : std::string{};
    });
    if (!text)
        return text.error();
    return text->empty() ? Result<Done>{Done{}} : platform::writeFileAtomically(m_path, *text);
}

}  // namespace holdfast::app
