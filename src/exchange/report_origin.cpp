#include "exchange/report_origin.h"

#include "exchange/csv.h"
#include "exchange/json_value.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace holdfast::exchange {
namespace {

using Json = nlohmann::ordered_json;
using Parameters = std::map<std::string, std::string>;

constexpr std::array<std::string_view, 8> wordKeys{"label",   "title", "from_name", "to_name",
                                                   "chapter", "basis", "side",      "common_reason"};
constexpr std::array<std::string_view, 8> noFigures{"parameters", "caveats", "definitions", "data_as_of",
                                                    "policy",     "version", "report",      "national"};

Error unreadable(std::string detail)
{
    return {ErrorCode::invalid, "", "expected a report that Holdfast wrote, " + std::move(detail)};
}

/// Nothing when it is not JSON, or longer or deeper than any of ours.
Json parsed(std::string_view text)
{
    return parseJson(text) ? Json::parse(text, nullptr, false) : Json{};
}

/// What plainMarkup() made, as it was.
std::string asWritten(std::string text)
{
    constexpr std::array<std::pair<std::string_view, char>, 5> codes{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
    for (const auto& [code, sign] : codes)
        for (auto at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
            text.replace(at, code.size(), 1, sign);
    return text;
}

std::string shownValue(const Json& value)
{
    if (value.is_null())
        return "nothing or hidden";
    return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class JsonCompare {
public:
    ReportComparison compare(const Json& then, const Json& now)
    {
        std::set<std::string> names;
        for (const Json* each : {&then, &now})
            for (const auto& [name, value] : each->items())
                if (std::ranges::find(noFigures, name) == noFigures.end())
                    names.insert(name);
        for (const std::string& name : names)
            at('/' + name, name, member(then, name), member(now, name));
        return std::move(m_found);
    }

private:
    static const Json& member(const Json& object, const std::string& name)
    {
        static const Json nothing;
        const auto found = object.find(name);
        return found == object.end() ? nothing : *found;
    }

    static std::string below(std::string place, std::string_view name)
    {
        place += '/';
        place += name;
        return place;
    }

    void at(const std::string& place, std::string_view key, const Json& then, const Json& now)
    {
        if (then.is_object() && now.is_object()) {
            std::set<std::string> names;
            for (const Json* each : {&then, &now})
                for (const auto& [name, value] : each->items())
                    names.insert(name);
            for (const std::string& name : names)
                at(below(place, name), name, member(then, name), member(now, name));
            return;
        }
        if (then.is_array() && now.is_array()) {
            static const Json nothing;
            for (std::size_t i = 0; i < std::max(then.size(), now.size()); ++i)
                at(below(place, std::to_string(i)), key, i < then.size() ? then[i] : nothing,
                   i < now.size() ? now[i] : nothing);
            return;
        }
        if (std::ranges::find(wordKeys, key) != wordKeys.end()) {
            m_found.words += then == now ? 0 : 1;
            return;
        }
        ++m_found.figures;
        if (then != now)
            m_found.differing.push_back({place, shownValue(then), shownValue(now)});
    }

    ReportComparison m_found;
};

Result<ReportComparison> compareCsv(std::string_view then, std::string_view now)
{
    const auto old = readCsv(then);
    const auto made = readCsv(now);
    if (!old)
        return old.error();
    if (!made)
        return made.error();
    ReportComparison found;
    const std::vector<std::string> heads = old->empty() ? std::vector<std::string>{} : old->front().cells;
    for (std::size_t row = 0; row < std::max(old->size(), made->size()); ++row) {
        const auto cellsOf = [&](const std::vector<CsvRow>& rows) {
            return row < rows.size() ? rows[row].cells : std::vector<std::string>{};
        };
        const auto one = cellsOf(*old);
        const auto other = cellsOf(*made);
        for (std::size_t i = 0; i < std::max(one.size(), other.size()); ++i) {
            const std::string head = i < heads.size() ? heads[i] : std::to_string(i + 1);
            const std::string was = i < one.size() ? one[i] : "";
            const std::string is = i < other.size() ? other[i] : "";
            if (std::ranges::find(wordKeys, head) != wordKeys.end()) {
                found.words += was == is ? 0 : 1;
                continue;
            }
            ++found.figures;
            if (was != is)
                found.differing.push_back({"line " + std::to_string(row + 1) + ", " + head, was, is});
        }
    }
    return found;
}

/// The text between tags, from `from` on; `from` then stands behind it.
std::string between(std::string_view text, std::string_view open, std::string_view close, std::size_t& from)
{
    const auto begin = text.find(open, from);
    const auto end = begin == std::string_view::npos ? begin : text.find(close, begin);
    if (end == std::string_view::npos) {
        from = std::string_view::npos;
        return {};
    }
    from = end + close.size();
    return std::string{text.substr(begin + open.size(), end - begin - open.size())};
}

/// The figures of every table but the definitions, as they are written.
std::vector<std::string> htmlFigures(std::string_view text)
{
    std::vector<std::string> figures;
    for (std::size_t at = 0;;) {
        const std::string section = between(text, "<section aria-labelledby=", "</section>", at);
        if (at == std::string_view::npos)
            return figures;
        if (section.starts_with("\"definitions\"") || section.starts_with("\"pictures\"") ||
            section.starts_with("\"national\""))
            continue;
        for (std::size_t cell = 0;;) {
            const std::string figure = between(section, "<td class=\"n\">", "</td>", cell);
            if (cell == std::string_view::npos)
                break;
            figures.push_back(figure.starts_with("<abbr") ? "*" : figure);
        }
    }
}

ReportComparison compareHtml(std::string_view then, std::string_view now)
{
    ReportComparison found;
    const auto old = htmlFigures(then);
    const auto made = htmlFigures(now);
    for (std::size_t i = 0; i < std::max(old.size(), made.size()); ++i) {
        const std::string was = i < old.size() ? old[i] : "nothing";
        const std::string is = i < made.size() ? made[i] : "nothing";
        ++found.figures;
        if (was != is)
            found.differing.push_back({"figure " + std::to_string(i + 1) + " of the page", was, is});
    }
    return found;
}

Parameters textsOf(const Json& object)
{
    Parameters parameters;
    for (const auto& [key, value] : object.items())
        if (value.is_string())
            parameters[key] = value.get<std::string>();
    return parameters;
}

}  // namespace

ReadableReport kindOfReport(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (first == std::string_view::npos)
        return ReadableReport::csv;
    if (text[first] == '{')
        return ReadableReport::json;
    return text.substr(first).starts_with("<!DOCTYPE") ? ReadableReport::html : ReadableReport::csv;
}

std::string csvMetadataName(const std::string& csvName)
{
    return csvName + "-metadata.json";
}

std::string writeCsvMetadata(const report::Document& document, const std::string& csvName, std::string_view csv)
{
    Json json = {{"@context", "http://www.w3.org/ns/csvw"}, {"url", csvName}};
    json["dc:title"] = document.title + ", " + document.subtitle;
    json["rdfs:comment"] = document.caveats;
    Json columns = Json::array();
    if (const auto rows = readCsv(csv); rows && !rows->empty())
        for (const std::string& head : rows->front().cells)
            columns.push_back({{"name", head}, {"titles", head}});
    json["tableSchema"] = {{"columns", std::move(columns)}};
    json["parameters"] = Json::object();
    for (const auto& [key, value] : document.parameters)
        json["parameters"][key] = value;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Parameters> reportParameters(ReadableReport kind, std::string_view text)
{
    Parameters parameters;
    if (kind == ReadableReport::html) {
        for (std::size_t at = 0;;) {
            const std::string key = between(text, "<dt>", "</dt>", at);
            if (at == std::string_view::npos)
                break;
            std::string value = asWritten(between(text, "<dd>", "</dd>", at));
            parameters[key] = value == "all" ? "" : std::move(value);
            if (at == std::string_view::npos)
                break;
        }
    } else {
        const Json json = parsed(text);
        if (!json.is_object() || !json.contains("parameters") || !json["parameters"].is_object())
            return unreadable("found other text");
        parameters = textsOf(json["parameters"]);
    }
    for (const char* needed : {"from", "to", "by", "suppress", "round", "store", "events", "data_as_of"})
        if (parameters[needed].empty())
            return unreadable("found one that does not say its " + std::string{needed});
    return parameters;
}

Result<ReportComparison> compareReports(ReadableReport kind, std::string_view then, std::string_view now)
{
    switch (kind) {
    case ReadableReport::csv: return compareCsv(then, now);
    case ReadableReport::html: return compareHtml(then, now);
    case ReadableReport::json: break;
    }
    const Json old = parsed(then);
    const Json made = parsed(now);
    if (!old.is_object() || !made.is_object())
        return unreadable("found other text");
    return JsonCompare{}.compare(old, made);
}

}  // namespace holdfast::exchange
