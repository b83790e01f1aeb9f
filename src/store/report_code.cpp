#include "store/report_code.h"

#include "db/failure.h"
#include "store/report_columns.h"

#include <algorithm>
#include <array>

namespace holdfast::store {
namespace {

// The low half of a row's first byte; the others are FactKinds, those from here on moved up by two.
constexpr unsigned referralTag = 12;
constexpr unsigned bounceTag = 13;
constexpr unsigned tagOf(report::FactKind kind)
{
    const auto place = static_cast<unsigned>(kind);
    return place < referralTag ? place : place + 2;
}
static_assert(Names<report::FactKind>::list.size() <= 14, "the tag of a fact has four bits");
constexpr unsigned char packedId = 255;
constexpr std::size_t uuidBytes = 16;

[[noreturn]] void damaged()
{
    throw db::Failure{db::Failure::Kind::damaged, "a page of the report cannot be read"};
}

std::uint64_t zigzag(std::int64_t number)
{
    return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63U);
}
std::int64_t unzigzag(std::uint64_t number)
{
    return static_cast<std::int64_t>(number >> 1U) ^ -static_cast<std::int64_t>(number & 1U);
}

int dayOfMonth(Date day)
{
    return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day}.day())) - 1;
}

class Writer {
public:
    void byte(unsigned value) { m_bytes.push_back(static_cast<char>(value)); }
    void number(std::uint64_t value)
    {
        for (; value >= 128; value >>= 7U)
            byte(static_cast<unsigned>(value & 127U) | 128U);
        byte(static_cast<unsigned>(value));
    }
    void days(std::optional<Date> day, Date from)
    {
        if (day)
            number(zigzag((*day - from).count()));
    }
    void where(const report::Circumstances& where, WordNumbers& words)
    {
        number(words.numberOf(where.area));
        number(words.numberOf(where.author.text()));
        number(where.age ? zigzag(*where.age) + 1 : 0);
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_at{bytes.data()}, m_end{bytes.data() + bytes.size()} {}

    bool more() const { return m_at != m_end; }
    unsigned byte()
    {
        if (m_at == m_end)
            damaged();
        return static_cast<unsigned char>(*m_at++);
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const unsigned next = byte();
            value |= static_cast<std::uint64_t>(next & 127U) << shift;
            if (next < 128)
                return value;
        }
        damaged();
    }
    std::string_view bytes(std::size_t count)
    {
        if (count > left())
            damaged();
        const std::string_view taken{m_at, count};
        m_at += count;
        return taken;
    }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }

    std::string_view word(const WordNumbers& words) { return words.wordOf(static_cast<std::uint32_t>(number())); }
    Date day(Date from) { return from + std::chrono::days{unzigzag(number())}; }
    template <class Enum>
    Enum name(unsigned value)
    {
        if (value >= Names<Enum>::list.size())
            damaged();
        return static_cast<Enum>(value);
    }
    void where(const WordNumbers& words, report::Circumstances& into)
    {
        into.area = word(words);
        const std::string_view author = word(words);
        if (into.author.text() != author)
            into.author = WorkerId{author};
        const std::uint64_t age = number();
        into.age = age == 0 ? std::nullopt : std::optional{static_cast<int>(unzigzag(age - 1))};
    }

private:
    const char* m_at;
    const char* m_end;
};

unsigned bit(bool yes, unsigned place)
{
    return yes ? 1U << place : 0U;
}

void readBounce(Reader& in, unsigned tag, Date first, Instant now, const WordNumbers& words, report::BounceRow& row)
{
    row.need = (tag & 16U) != 0 ? Need::substanceUse : Need::mentalHealth;
    row.cls = in.name<BounceClass>((tag >> 5U) & 3U);
    row.on = first + std::chrono::days{in.byte()};
    const unsigned flags = in.byte();
    row.challenged = (flags & 1U) != 0;
    row.overturned = (flags & 2U) != 0;
    row.substanceUseCited = (flags & 4U) != 0;
    row.mentalHealthCited = (flags & 8U) != 0;
    row.upheld = (flags & 16U) != 0;
    row.attempt = (flags & 32U) != 0;
    row.tennis = (flags & 64U) != 0;
    row.service = in.word(words);
    row.serviceName.clear();
    const std::string_view code = in.word(words);
    if (!ReasonCode::fits(code))
        damaged();
    row.code = ReasonCode{code};
    row.pointsTo = in.word(words);
    row.quadrant = in.word(words);
    in.where(words, row.where);
    row.daysLost = static_cast<int>(unzigzag(in.number()));
    if ((tag & 128U) != 0)
        row.daysLost += daysLostSince(instantFromMillis(unzigzag(in.number())), now);
}

void readReferral(Reader& in, unsigned tag, Date first, const WordNumbers& words, report::ReferralRow& row)
{
    row.need = (tag & 16U) != 0 ? Need::substanceUse : Need::mentalHealth;
    row.marks.bounced = (tag & 32U) != 0;
    row.marks.otherNeedCited = (tag & 64U) != 0;
    row.on = first + std::chrono::days{in.byte()};
    const unsigned present = in.byte();
    row.marks.number = static_cast<int>(in.number());
    row.marks.wishes = static_cast<int>(in.number());
    row.service = in.word(words);
    in.where(words, row.where);
    const auto day = [&](unsigned place) {
        return (present & (1U << place)) != 0 ? std::optional{in.day(row.on)} : std::nullopt;
    };
    row.marks.answered = day(0);
    row.marks.answerDue = day(1);
    row.marks.decided = day(2);
    row.marks.decisionDue = day(3);
    row.marks.accepted = day(4);
    row.missed = 0;
}

void readFact(Reader& in, unsigned tag, Date first, const WordNumbers& words, report::Fact& fact)
{
    const unsigned kind = tag & 15U;
    fact.kind = in.name<report::FactKind>(kind < referralTag ? kind : kind - 2);
    fact.outcome = in.name<report::Outcome>(tag >> 4U);
    const unsigned day = in.byte();
    fact.on = first + std::chrono::days{day & 31U};
    fact.need = in.name<NeedScope>((day >> 5U) & 3U);
    fact.yes = (day & 128U) != 0;
    fact.service = in.word(words);
    in.where(words, fact.where);
    const std::uint64_t until = in.number();
    fact.until = until == 0 ? std::nullopt : std::optional{fact.on + std::chrono::days{unzigzag(until - 1)}};
    fact.pence = fact.kind == report::FactKind::cost ? static_cast<int>(in.number()) : 0;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isDash(std::size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

/// The bytes of "0190a1b2-...", in small letters only, so that the same text comes back; nothing for any other id.
std::optional<std::string> uuidOf(std::string_view text)
{
    if (text.size() != 2 * uuidBytes + 4)
        return std::nullopt;
    std::string bytes;
    int high = -1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDash(i)) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0)
            return std::nullopt;
        if (high >= 0)
            bytes.push_back(static_cast<char>(high * 16 + value));
        high = high >= 0 ? -1 : value;
    }
    return bytes;
}

}  // namespace

std::string encoded(const PagedBounce& bounce, WordNumbers& words)
{
    const report::BounceRow& row = bounce.row;
    Writer out;
    out.byte(bounceTag | bit(row.need == Need::substanceUse, 4) | static_cast<unsigned>(row.cls) << 5U |
             bit(bounce.runningFrom.has_value(), 7));
    out.byte(static_cast<unsigned>(dayOfMonth(row.on)));
    out.byte(bit(row.challenged, 0) | bit(row.overturned, 1) | bit(row.substanceUseCited, 2) |
             bit(row.mentalHealthCited, 3) | bit(row.upheld, 4) | bit(row.attempt, 5) | bit(row.tennis, 6));
    out.number(words.numberOf(row.service));
    out.number(words.numberOf(row.code.text()));
    out.number(words.numberOf(row.pointsTo));
    out.number(words.numberOf(row.quadrant));
    out.where(row.where, words);
    out.number(zigzag(row.daysLost));
    if (bounce.runningFrom)
        out.number(zigzag(toMillis(*bounce.runningFrom)));
    return out.take();
}

std::string encoded(const report::ReferralRow& referral, WordNumbers& words)
{
    const report::ReferralMarks& marks = referral.marks;
    Writer out;
    out.byte(referralTag | bit(referral.need == Need::substanceUse, 4) | bit(marks.bounced, 5) |
             bit(marks.otherNeedCited, 6));
    out.byte(static_cast<unsigned>(dayOfMonth(referral.on)));
    const std::array days{marks.answered, marks.answerDue, marks.decided, marks.decisionDue, marks.accepted};
    unsigned present = 0;
    for (unsigned i = 0; i < days.size(); ++i)
        present |= bit(days[i].has_value(), i);
    out.byte(present);
    out.number(static_cast<std::uint64_t>(marks.number));
    out.number(static_cast<std::uint64_t>(marks.wishes));
    out.number(words.numberOf(referral.service));
    out.where(referral.where, words);
    for (const auto& day : days)
        out.days(day, referral.on);
    return out.take();
}

std::string encoded(const report::Fact& fact, WordNumbers& words)
{
    Writer out;
    out.byte(tagOf(fact.kind) | static_cast<unsigned>(fact.outcome) << 4U);
    out.byte(static_cast<unsigned>(dayOfMonth(fact.on)) | static_cast<unsigned>(fact.need) << 5U | bit(fact.yes, 7));
    out.number(words.numberOf(fact.service));
    out.where(fact.where, words);
    out.number(fact.until ? zigzag((*fact.until - fact.on).count()) + 1 : 0);
    if (fact.kind == report::FactKind::cost)
        out.number(static_cast<std::uint64_t>(fact.pence));
    return out.take();
}

std::string encoded(const PersonId& person)
{
    if (auto bytes = uuidOf(person.text()))
        return static_cast<char>(packedId) + *std::move(bytes);
    return static_cast<char>(person.text().size()) + person.str();
}

std::string encodedPart(const std::string& person, std::vector<std::string> rows)
{
    std::ranges::sort(rows);
    std::size_t size = 0;
    for (const std::string& row : rows)
        size += row.size();
    Writer length;
    length.number(size);
    std::string part = person + length.take();
    for (const std::string& row : rows)
        part += row;
    return part;
}

std::optional<PagePart> takePart(std::string_view& page)
{
    if (page.empty())
        return std::nullopt;
    const auto first = static_cast<unsigned char>(page.front());
    const std::size_t idSize = 1 + (first == packedId ? uuidBytes : first);
    Reader in{page};
    PagePart part{in.bytes(idSize), {}};
    part.rows = in.bytes(in.number());
    page.remove_prefix(page.size() - in.left());
    return part;
}

PersonId personOf(std::string_view part)
{
    if (static_cast<unsigned char>(part.front()) != packedId) {
        if (!PersonId::fits(part.substr(1)))
            damaged();
        return PersonId{part.substr(1)};
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 2 * uuidBytes + 4> text{};
    std::size_t at = 0;
    for (const char c : part.substr(1)) {
        if (isDash(at))
            text[at++] = '-';
        text[at++] = digits[static_cast<unsigned char>(c) >> 4U];
        text[at++] = digits[static_cast<unsigned char>(c) & 15U];
    }
    return PersonId{std::string_view{text.data(), text.size()}};
}

void addRows(std::string_view rows, Date first, Instant now, const WordNumbers& words, report::PersonRows& into)
{
    Reader in{rows};
    while (in.more()) {
        const unsigned tag = in.byte();
        if ((tag & 15U) == bounceTag) {
            report::BounceRow& row = into.bounces.add();
            row.person = into.person;
            readBounce(in, tag, first, now, words, row);
        } else if ((tag & 15U) == referralTag) {
            report::ReferralRow& row = into.referrals.add();
            row.person = into.person;
            readReferral(in, tag, first, words, row);
        } else {
            report::FactRow& row = into.facts.add();
            row.person = into.person;
            readFact(in, tag, first, words, row.fact);
        }
    }
}

std::string withPart(std::string_view page, std::string_view person, std::string_view part)
{
    std::string made;
    made.reserve(page.size() + part.size());
    bool placed = part.empty();
    std::string_view left = page;
    for (const char* start = left.data(); const auto next = takePart(left); start = left.data()) {
        if (!placed && next->person >= person) {
            made += part;
            placed = true;
        }
        if (next->person != person)
            made.append(start, static_cast<std::size_t>(left.data() - start));
    }
    if (!placed)
        made += part;
    return made;
}

}  // namespace holdfast::store
