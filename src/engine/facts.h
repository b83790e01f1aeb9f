// The facts a rule read, kept as codes and numbers; they become text only when somebody asks for an explanation.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "engine/rules.h"

#include <array>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace holdfast::engine {

/// A number, an instant, a date, an id, or the static name of an enumerator.
using FactValue = std::variant<std::int64_t, Instant, Date, ServiceId, WorkerId, ReasonCode, std::string_view>;

struct Fact {
    std::string_view name;  ///< a literal: "need", "service", "due"
    FactValue value;
};

/// A fact as a rule states it: it becomes a Fact, with a copy of its value, only when somebody listens.
template <class Value>
struct Stated {
    Stated(std::string_view stated, const Value& read) : name{stated}, value{read} {}

    std::string_view name;
    const Value& value;
};

/// A rule and at most six facts.
struct Fired {
    static constexpr std::size_t most = 6;

    RuleCode rule{};
    std::uint8_t count = 0;
    std::array<Fact, most> facts;
};

/// What fired at one event, in order. Only the latest event is ever explained, so a fold of many stays silent until then.
class FiredList {
public:
    void clear() { m_list.clear(); }
    void listen(bool listening) { m_listening = listening && !m_deaf; }
    /// From now on nothing is kept, whoever says listen: for a caller who never explains.
    void deafen()
    {
        m_deaf = true;
        m_listening = false;
    }

    template <class... Values>
    void add(RuleCode rule, const Stated<Values>&... facts)
    {
        static_assert(sizeof...(facts) <= Fired::most);
        if (m_listening) [[unlikely]]  // a sweep never explains
            keep(rule, facts...);
    }

    const std::vector<Fired>& list() const { return m_list; }

private:
    template <class... Values>
    void keep(RuleCode rule, const Stated<Values>&... facts)
    {
        Fired& fired = m_list.emplace_back();
        fired.rule = rule;
        ((fired.facts[fired.count++] = Fact{facts.name, facts.value}), ...);
    }

    std::vector<Fired> m_list;
    bool m_listening = true;
    bool m_deaf = false;
};

/// "2026-03-02T10:00:00Z", "lantern", "3"
std::string textOf(const FactValue& value);

}  // namespace holdfast::engine
