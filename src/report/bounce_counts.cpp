#include "report/bounce_counts.h"

#include "report/bounce_document.h"
#include "report/bounce_tables.h"

#include <algorithm>

namespace holdfast::report {
namespace {

std::size_t indexOf(std::string_view id)
{
    return static_cast<std::size_t>(measure(id) - measures().data());
}

bool isSilence(std::string_view code)
{
    return code == "S02" || code == "S03";
}

/// Its one class; nothing when a second look gave its bounces several.
std::optional<std::size_t> classOf(const BounceGroup& reason)
{
    const std::array counts{reason.never, reason.handover, reason.soft};
    const auto at = std::ranges::find(counts, reason.bounces);
    return at == counts.end() ? std::nullopt : std::optional{static_cast<std::size_t>(at - counts.begin())};
}

}  // namespace

BounceCounts::BounceCounts(const FullReport& report, const DisclosureRule& rule) : m_report{report}, m_tables{rule}
{
    bounces = add(report.bounces.bounces);
    const Counted silences = addReasons();
    measures = addMeasures(report.measures.all.figures, bounces, m_classes, silences, reasonCell("S12"));
    std::optional<Counted> earlier;
    if (report.before) {
        const auto& figures = report.before->all.figures;
        earlier = add(figures[indexOf("bounces.all")].part);
        std::array<Counted, 3> classes{};
        for (std::size_t i = 0; i < classes.size(); ++i)
            classes[i] = add(figures[indexOf("bounces.never") + i].part);
        m_tables.sum(*earlier, {classes.begin(), classes.end()});
        const Counted quiet = add(figures[indexOf("silence.bounces")].part);
        within(*earlier, quiet);
        before = addMeasures(figures, *earlier, classes, quiet, std::nullopt);
    }
    addServices();
    addQuadrants();
    addGroups();
    addMonths(earlier);
    addOthers();
    m_tables.protect();
}

void BounceCounts::within(Counted whole, Counted part)
{
    const int left = std::max(m_tables.count(whole) - m_tables.count(part), 0);
    m_tables.sum(whole, {part, m_tables.add(left, Disclosure::May::neverBeShown)});
}

/// By class, and each class by reason; the two silences stand together, because a measure of their own counts them.
BounceCounts::Counted BounceCounts::addReasons()
{
    const BounceReport& report = m_report.bounces;
    m_classes = {add(report.never), add(report.handover), add(report.soft)};
    m_tables.sum(bounces, {m_classes.begin(), m_classes.end()});
    int quiet = 0;
    std::vector<Counted> quietOnes;
    std::array<std::vector<Counted>, 3> of;
    const bool apart =
        std::ranges::all_of(report.byReason, [](const BounceGroup& each) { return classOf(each).has_value(); });
    for (const BounceGroup& reason : report.byReason) {
        byReason.push_back(add(reason.bounces));
        if (isSilence(reason.key)) {
            quiet += reason.bounces;
            quietOnes.push_back(byReason.back());
        } else {
            of[apart ? *classOf(reason) : 0].push_back(byReason.back());
        }
    }
    const Counted silences = add(quiet);
    m_tables.sum(silences, quietOnes);
    of[apart ? 2 : 0].push_back(silences);
    if (!apart)
        m_tables.sum(bounces, of[0]);
    for (std::size_t i = 0; apart && i < of.size(); ++i)
        m_tables.sum(m_classes[i], of[i]);
    return silences;
}

std::optional<BounceCounts::Counted> BounceCounts::reasonCell(std::string_view code) const
{
    const auto& reasons = m_report.bounces.byReason;
    const auto at = std::ranges::find(reasons, code, &BounceGroup::key);
    return at == reasons.end() ? std::nullopt : std::optional{byReason[static_cast<std::size_t>(at - reasons.begin())]};
}

std::vector<BounceCounts::Shown> BounceCounts::addMeasures(const std::vector<Figure>& figures, Counted all,
                                                           const std::array<Counted, 3>& classes, Counted silences,
                                                           std::optional<Counted> unreachable)
{
    std::vector<Shown> shown;
    const auto partOf = [&](std::string_view id) { return shown[indexOf(id)].part; };
    std::optional<Counted> people;
    std::vector<Counted> answers;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Measure& each = report::measures()[i];
        const Figure& figure = figures[i];
        if (each.id == "bounces.all") {
            shown.push_back({all, std::nullopt});
        } else if (each.id == "bounces.never" || each.id == "bounces.handover" || each.id == "bounces.soft") {
            shown.push_back({classes[i - indexOf("bounces.never")], all});
        } else if (each.id == "silence.bounces") {
            shown.push_back({silences, std::nullopt});
        } else if (each.id == "bounces.unreachable" && unreachable) {
            shown.push_back({*unreachable, std::nullopt});
        } else if (each.id.starts_with("challenges.") && each.unit == Unit::share) {
            shown.push_back({add(figure.part), partOf("challenges.sent")});
            answers.push_back(shown.back().part);
        } else if (each.id == "contacts.avoidable") {
            shown.push_back({add(figure.part), shown[indexOf("contacts.unanswered")].whole});
            within(*shown.back().whole, shown.back().part);
        } else if (each.id == "well.held_both") {
            shown.push_back({add(figure.part), partOf("well.good")});
            within(*shown.back().whole, shown.back().part);
        } else if (figure.whole) {
            shown.push_back({add(figure.part), add(*figure.whole)});
            within(*shown.back().whole, shown.back().part);
        } else {
            shown.push_back({add(figure.part), std::nullopt});
            if (each.unit == Unit::count && each.chapter != Chapter::wentWell && each.chapter != Chapter::effort &&
                each.chapter != Chapter::challenges)
                within(all, shown.back().part);  // a kind of bounce
        }
        if (each.id == "people.twice")
            people = shown.back().whole;
    }
    if (people)
        within(all, *people);
    const Counted sent = partOf("challenges.sent");
    int left = m_tables.count(sent);
    for (const Counted answer : answers)
        left -= m_tables.count(answer);
    answers.push_back(m_tables.add(std::max(left, 0), Disclosure::May::neverBeShown));  // withdrawn
    m_tables.sum(sent, answers);
    return shown;
}

void BounceCounts::addServices()
{
    const BounceReport& report = m_report.bounces;
    legs = add(report.legsSent);
    const Counted mentalHealth = *measures[indexOf("qs188.mental_health")].whole;
    const Counted substanceUse = *measures[indexOf("qs188.substance_use")].whole;
    const int again = report.legsSent - m_tables.count(mentalHealth) - m_tables.count(substanceUse);
    m_tables.sum(legs, {mentalHealth, substanceUse, m_tables.add(std::max(again, 0), Disclosure::May::neverBeShown)});
    good = measures[indexOf("well.good")].part;
    heldBoth = measures[indexOf("well.held_both")].part;
    flow.resize(report.flow.size());
    for (const BounceGroup& service : report.byService) {
        byService.push_back(add(service.bounces));
        legsOf.push_back(add(service.legs));
        goodOf.push_back(add(service.wentWell));
        std::vector<Counted> to;
        for (std::size_t i = 0; i < report.flow.size(); ++i) {
            if (report.flow[i].from != service.key)
                continue;
            flow[i] = add(report.flow[i].count);
            to.push_back(flow[i]);
        }
        if (!to.empty())
            m_tables.sum(byService.back(), to);
    }
    m_tables.sum(bounces, byService);
    m_tables.sum(legs, legsOf);
    m_tables.sum(good, goodOf);
}

void BounceCounts::addQuadrants()
{
    for (const QuadrantCount& line : quadrantLines(m_report.bounces))
        quadrants.push_back(add(line.bounces));
    m_tables.sum(bounces, quadrants);
}

void BounceCounts::addGroups()
{
    const BounceReport& report = m_report.bounces;
    const auto sameAs = [&](const std::vector<BounceGroup>& other, const std::vector<Counted>& cells) {
        for (const BounceGroup& group : report.groups) {
            const auto at = std::ranges::find(other, group.key, &BounceGroup::key);
            groups.push_back(cells[static_cast<std::size_t>(at - other.begin())]);
        }
    };
    switch (m_report.measures.query.by) {
    case Dimension::service: return sameAs(report.byService, byService);
    case Dimension::reason: return sameAs(report.byReason, byReason);
    case Dimension::month: return;  // with the months
    case Dimension::cls:
        for (const BounceGroup& group : report.groups)
            groups.push_back(m_classes[static_cast<std::size_t>(*named<BounceClass>(group.key))]);
        return;
    case Dimension::quadrant:
        for (const auto lines = quadrantLines(report); const BounceGroup& group : report.groups) {
            const auto at = std::ranges::find(lines, group.key, &QuadrantCount::quadrant);
            groups.push_back(at == lines.end() ? add(group.bounces)
                                               : quadrants[static_cast<std::size_t>(at - lines.begin())]);
        }
        return;
    case Dimension::need:
    case Dimension::door:
    case Dimension::ageBand:
    case Dimension::area:
    case Dimension::team:
        for (const BounceGroup& group : report.groups)
            groups.push_back(add(group.bounces));
        m_tables.sum(bounces, groups);
        return;
    }
}

/// The months of a period of whole months add up to it; the others stand alone. A month is hidden for its own number
/// only, because the report of that month shows it too.
void BounceCounts::addMonths(std::optional<Counted> earlier)
{
    const BounceReport& report = m_report.bounces;
    const MeasureQuery& query = m_report.measures.query;
    std::map<std::string, Counted> known;
    const auto cellOf = [&](const BounceGroup& month) {
        const auto at = known.find(month.key);
        if (at != known.end())
            return at->second;
        const Counted cell = m_tables.add(month.bounces, Disclosure::May::onlyIfSmall);
        known.emplace(month.key, cell);
        return cell;
    };
    for (const BounceGroup& month : report.byMonth)
        months.push_back(cellOf(month));
    if (query.by == Dimension::month)
        for (const BounceGroup& month : report.groups)
            groups.push_back(isWholeMonths(query.from, query.to) ? cellOf(month) : add(month.bounces));
    const auto addUp = [&](Counted total, Date from, Date to) {
        std::vector<Counted> parts;
        for (Date day = from; day <= to; day = holdfast::addMonths(day, 1)) {
            const auto at = known.find(formatDate(day).substr(0, 7));
            if (at == known.end())
                return;  // longer than the trend: nobody sees every month
            parts.push_back(at->second);
        }
        m_tables.sum(total, parts);
    };
    if (isWholeMonths(query.from, query.to)) {
        addUp(bounces, query.from, query.to);
        if (earlier)
            addUp(*earlier, m_report.before->query.from, m_report.before->query.to);
    } else if (query.by == Dimension::month) {
        m_tables.sum(bounces, groups);
    }
}

void BounceCounts::addOthers()
{
    const BounceReport& report = m_report.bounces;
    challenged = add(report.challenged);
    overturned = add(report.overturned);
    within(bounces, challenged);
    within(challenged, overturned);
    held = add(report.heldNow);
    joined = add(report.joinedNow);
    within(held, joined);
}

}  // namespace holdfast::report
