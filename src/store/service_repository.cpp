#include "store/service_repository.h"

#include "domain/opening_hours.h"
#include "store/columns.h"
#include "store/place_row.h"

namespace holdfast::store {
namespace {

namespace sql {

constexpr std::string_view insert = R"(
    INSERT INTO service (
        name, kind, needs, min_age, max_age, areas, hours, wait_days, accepts_concurrent_use, severities,
        postcode, helps_with_travel_cost, languages, step_free_access, offers_group, offers_one_to_one,
        offers_remote, offers_in_person, workers_with_lived_experience, phone, email, address, website, notes,
        ods_code, latitude, longitude, coordinates_source, offers_family_or_carers, active, id, version)
    VALUES (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)
    ON CONFLICT DO NOTHING)";

constexpr std::string_view save = R"(
    UPDATE service SET (
        name, kind, needs, min_age, max_age, areas, hours, wait_days, accepts_concurrent_use, severities,
        postcode, helps_with_travel_cost, languages, step_free_access, offers_group, offers_one_to_one,
        offers_remote, offers_in_person, workers_with_lived_experience, phone, email, address, website, notes,
        ods_code, latitude, longitude, coordinates_source, offers_family_or_carers, active)
    = (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
        $23, $24, $25, $26, $27, $28, $29, $30)
    , version = version + 1
    WHERE id = $31 AND version = $32)";

constexpr std::string_view find = R"(
    SELECT
        name, kind, needs, min_age, max_age, areas, hours, wait_days, accepts_concurrent_use, severities,
        postcode, helps_with_travel_cost, languages, step_free_access, offers_group, offers_one_to_one,
        offers_remote, offers_in_person, workers_with_lived_experience, phone, email, address, website, notes,
        ods_code, latitude, longitude, coordinates_source, offers_family_or_carers, active, id, version
    FROM service
    WHERE id = $1)";

constexpr std::string_view all = R"(
    SELECT
        name, kind, needs, min_age, max_age, areas, hours, wait_days, accepts_concurrent_use, severities,
        postcode, helps_with_travel_cost, languages, step_free_access, offers_group, offers_one_to_one,
        offers_remote, offers_in_person, workers_with_lived_experience, phone, email, address, website, notes,
        ods_code, latitude, longitude, coordinates_source, offers_family_or_carers, active, id, version
    FROM service
    ORDER BY id)";

}  // namespace sql

/// A list as lines of text; what is listed never holds a line end.
template <class T, class Write>
std::string lines(const std::vector<T>& list, Write write)
{
    std::string text;
    for (const T& value : list) {
        if (!text.empty())
            text += '\n';
        text += write(value);
    }
    return text;
}

template <class Read>
auto listAt(const db::Row& row, int at, Read read)
{
    std::vector<std::invoke_result_t<Read, std::string_view>> list;
    std::string_view rest = row.view(at);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        list.push_back(read(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return list;
}

template <class Enum>
Enum nameRead(std::string_view name)
{
    if (const auto value = named<Enum>(name))
        return *value;
    throw db::Failure{db::Failure::Kind::other, "unknown name in a column of names"};
}

OpeningHours hoursRead(std::string_view text)
{
    if (auto hours = parseOpeningHours(text))
        return *hours;
    throw db::Failure{db::Failure::Kind::other, "unknown opening hours in the database"};
}

/// In the order of the columns above.
std::vector<db::Value> valuesOf(const Service& s)
{
    return {
        column(s.name),
        column(s.kind),
        lines(s.needs, [](auto v) { return std::string{nameOf(v)}; }),
        column(s.minAge),
        column(s.maxAge),
        lines(s.areas, [](const std::string& v) { return v; }),
        lines(s.hours, formatOpeningHours),
        column(s.waitDays),
        column(s.acceptsConcurrentUse),
        lines(s.severities, [](auto v) { return std::string{nameOf(v)}; }),
        column(s.postcode),
        column(s.helpsWithTravelCost),
        lines(s.languages, [](const std::string& v) { return v; }),
        column(s.stepFreeAccess),
        column(s.offersGroup),
        column(s.offersOneToOne),
        column(s.offersRemote),
        column(s.offersInPerson),
        column(s.workersWithLivedExperience),
        column(s.phone),
        column(s.email),
        column(s.address),
        column(s.website),
        column(s.notes),
        column(s.odsCode),
        s.place ? column(s.place->latitude()) : db::Value{},
        s.place ? column(s.place->longitude()) : db::Value{},
        s.place ? column(s.place->source()) : db::Value{},
        column(s.offersFamilyOrCarers),
        column(s.active),
        column(s.id),
        column(s.version),
    };
}

Service serviceAt(const db::Row& row)
{
    Service s;
    s.name = row.text(0);
    s.kind = enumAt<ServiceKind>(row, 1);
    s.needs = listAt(row, 2, nameRead<Need>);
    s.minAge = optionalNumberAt(row, 3);
    s.maxAge = optionalNumberAt(row, 4);
    s.areas = listAt(row, 5, [](std::string_view v) { return std::string{v}; });
    s.hours = listAt(row, 6, hoursRead);
    s.waitDays = optionalNumberAt(row, 7);
    s.acceptsConcurrentUse = optionalYesAt(row, 8);
    s.severities = listAt(row, 9, nameRead<Severity>);
    s.postcode = row.optionalText(10);
    s.helpsWithTravelCost = optionalYesAt(row, 11);
    s.languages = listAt(row, 12, [](std::string_view v) { return std::string{v}; });
    s.stepFreeAccess = optionalYesAt(row, 13);
    s.offersGroup = optionalYesAt(row, 14);
    s.offersOneToOne = optionalYesAt(row, 15);
    s.offersRemote = optionalYesAt(row, 16);
    s.offersInPerson = optionalYesAt(row, 17);
    s.workersWithLivedExperience = optionalYesAt(row, 18);
    s.phone = row.text(19);
    s.email = row.text(20);
    s.address = row.text(21);
    s.website = row.text(22);
    s.notes = row.text(23);
    s.odsCode = row.text(24);
    if (!row.isNull(25))
        s.place = placeAt(row, 25);
    s.offersFamilyOrCarers = optionalYesAt(row, 28);
    s.active = yesAt(row, 29);
    s.id = idAt<ServiceId>(row, 30);
    s.version = row.integer(31);
    return s;
}

}  // namespace

Result<Service> ServiceRepository::insert(Service service)
{
    service.version = 1;
    if (m_connection.execute(sql::insert, valuesOf(service)) == 0)
        return Error{ErrorCode::conflict, "id", "a service with that id exists"};
    return service;
}

Result<Service> ServiceRepository::save(Service service)
{
    if (m_connection.execute(sql::save, valuesOf(service)) == 0)
        return Error{ErrorCode::conflict, "version", "changed or removed since it was read"};
    ++service.version;
    return service;
}

std::optional<Service> ServiceRepository::find(const ServiceId& id) const
{
    return m_connection.first(sql::find, {column(id)}, serviceAt);
}

std::vector<Service> ServiceRepository::all() const
{
    return m_connection.list(sql::all, {}, serviceAt);
}

}  // namespace holdfast::store
