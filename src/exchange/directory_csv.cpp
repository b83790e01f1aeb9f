#include "exchange/directory_csv.h"

#include "exchange/csv_table.h"
#include "exchange/json_input.h"
#include "exchange/json_output.h"
#include "exchange/service_json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace holdfast::exchange {
namespace {

enum class Shape : std::uint8_t { text, list, number, degrees, yesNo };

Shape shapeOf(std::string_view column)
{
    constexpr std::array<std::string_view, 5> lists{"needs", "areas", "hours", "severities", "languages"};
    constexpr std::array<std::string_view, 3> numbers{"min_age", "max_age", "wait_days"};
    constexpr std::array<std::string_view, 9> yesNos{
        "accepts_concurrent_use", "helps_with_travel_cost", "step_free_access", "offers_group",
        "offers_one_to_one",      "offers_remote",          "offers_in_person", "workers_with_lived_experience",
        "offers_family_or_carers"};
    if (std::ranges::find(lists, column) != lists.end())
        return Shape::list;
    if (std::ranges::find(numbers, column) != numbers.end())
        return Shape::number;
    if (column == "latitude" || column == "longitude")
        return Shape::degrees;
    return std::ranges::find(yesNos, column) != yesNos.end() ? Shape::yesNo : Shape::text;
}

constexpr std::array<std::string_view, 4> requiredColumns{"id", "name", "kind", "needs"};

bool isRequired(std::string_view column)
{
    return std::ranges::find(requiredColumns, column) != requiredColumns.end();
}

JsonValue textValue(std::string_view text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::text;
    value.text = text;
    return value;
}

JsonValue listValue(std::string_view text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::array;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (const auto part = trimmedCell(text.substr(0, end)); !part.empty())
            value.items.push_back(textValue(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return value;
}

/// A number or "yes"/"no" where that is the shape; anything else stays a text, and the reader complains about it.
JsonValue cellValue(std::string_view column, std::string_view cell)
{
    const Shape shape = shapeOf(column);
    if (shape == Shape::list)
        return listValue(cell);
    JsonValue value = textValue(cell);
    if (shape == Shape::number) {
        const auto [end, failed] = std::from_chars(cell.data(), cell.data() + cell.size(), value.integer);
        if (failed == std::errc{} && end == cell.data() + cell.size())
            value.kind = JsonValue::Kind::integer;
    } else if (shape == Shape::degrees) {
        if (const auto degrees = parseDegrees(cell)) {
            value.kind = JsonValue::Kind::real;
            value.real = static_cast<double>(*degrees) / degree;
        }
    } else if (shape == Shape::yesNo && (cell == "yes" || cell == "no")) {
        value.kind = JsonValue::Kind::boolean;
        value.boolean = cell == "yes";
    }
    return value;
}

/// The row as the JSON object of service_json.h, so that there is one set of rules.
JsonValue rowObject(const CsvRow& row, const std::vector<std::string>& header)
{
    JsonValue object;
    object.kind = JsonValue::Kind::object;
    for (std::size_t i = 0; i < header.size() && i < row.cells.size(); ++i) {
        const std::string cell = withFormulas(trimmedCell(row.cells[i]));
        if (cell.empty())
            continue;
        object.names.push_back(header[i]);
        object.items.push_back(cellValue(header[i], cell));
    }
    return object;
}

/// "/hours/1" as its column, and the words of JSON as those of a spreadsheet.
CsvProblem problemOf(int line, const Error& error)
{
    const std::string_view pointer = std::string_view{error.where}.substr(error.where.empty() ? 0 : 1);
    const std::string column{pointer.substr(0, pointer.find('/'))};
    if (shapeOf(column) == Shape::yesNo)
        return {line, column,
                "expected yes or no" + error.detail.substr(std::min(error.detail.find(','), error.detail.size()))};
    return {line, column, error.detail};
}

/// Something that reads, in place of a required cell that does not.
JsonValue placeholder(std::string_view column)
{
    if (column == "needs")
        return listValue(nameOf(Need::mentalHealth));
    return textValue(column == "kind" ? nameOf(ServiceKind::other) : "-");
}

bool drop(JsonValue& object, std::string_view column)
{
    const auto at = std::ranges::find(object.names, column);
    if (at == object.names.end())
        return false;
    object.items.erase(object.items.begin() + (at - object.names.begin()));
    object.names.erase(at);
    return true;
}

/// Puts the cell of `column` out of the way, so that the other cells can be read; false when there is no such cell.
bool setAside(JsonValue& object, const std::string& column)
{
    constexpr std::array<std::string_view, 3> place{"latitude", "longitude", "coordinates_source"};
    const bool dropped = drop(object, column);
    if (std::ranges::find(place, column) != place.end())  // the three stand and fall together
        return std::ranges::count_if(place, [&](std::string_view each) { return drop(object, each); }) > 0 || dropped;
    if (!isRequired(column))
        return dropped;
    object.names.push_back(column);
    object.items.push_back(placeholder(column));
    return true;
}

/// The service, or nothing and a problem for each cell that does not read.
std::optional<Service> serviceIn(JsonValue object, int line, std::vector<CsvProblem>& problems)
{
    bool good = true;
    for (;;) {
        try {
            Service service = serviceOf(JsonIn{object});
            return good ? std::optional{std::move(service)} : std::nullopt;
        } catch (const Complaint& complaint) {
            problems.push_back(problemOf(line, complaint.error));
            good = false;
        }
        if (!setAside(object, problems.back().column))
            return std::nullopt;
    }
}

void readRows(const CsvTable& table, DirectoryCsv& result)
{
    std::map<ServiceId, int> seen;
    for (const CsvRow& row : table.rows) {
        if (auto missing = cellsMissing(table, row)) {
            result.problems.push_back(*std::move(missing));
            continue;
        }
        auto service = serviceIn(rowObject(row, table.columns), row.line, result.problems);
        if (!service)
            continue;
        const auto [earlier, first] = seen.emplace(service->id, row.line);
        if (!first)
            result.problems.push_back(
                {row.line, "id", "expected an id of its own, found that of line " + std::to_string(earlier->second)});
        result.services.push_back(std::move(*service));
    }
}

// Writing.

std::string cellText(const JsonValue& value)
{
    switch (value.kind) {
    case JsonValue::Kind::boolean: return value.boolean ? "yes" : "no";
    case JsonValue::Kind::integer: return std::to_string(value.integer);
    case JsonValue::Kind::text: return value.text;
    case JsonValue::Kind::array: break;
    case JsonValue::Kind::null:
    case JsonValue::Kind::real:
    case JsonValue::Kind::object: return {};
    }
    std::string text;
    for (const JsonValue& item : value.items)
        text += (text.empty() ? "" : "; ") + item.text;
    return text;
}

}  // namespace

DirectoryCsv readDirectoryCsv(std::string_view text)
{
    DirectoryCsv result;
    const CsvTable table = readTable(text, serviceFields, requiredColumns);
    result.rows = table.rowCount;
    result.problems = table.problems;
    if (result.problems.empty())
        readRows(table, result);
    if (!result.problems.empty())
        result.services.clear();
    return result;
}

std::string writeDirectoryCsv(const std::vector<Service>& services)
{
    CsvWriter out;
    for (const std::string_view column : serviceFields)
        out.text(column);
    out.endRow();
    for (const Service& service : services) {
        const auto object = parseJson(writeService(service));
        for (const std::string_view column : serviceFields) {
            const JsonValue* value = object ? object->member(column) : nullptr;
            if (value == nullptr)
                out.empty();
            else if (value->kind == JsonValue::Kind::integer)
                out.number(value->integer);
            else if (value->kind == JsonValue::Kind::real)
                out.degrees(static_cast<int>(std::llround(value->real * degree)));
            else
                out.text(cellText(*value));
        }
        out.endRow();
    }
    return out.str();
}

}  // namespace holdfast::exchange
