// What a person has told, once, so that they need not tell it again: their own words first, what helps, what was
// promised. A version is never changed; each new one stands beside those before. Text may hold marks: note_text.h.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/names.h"
#include "domain/worker.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace holdfast {

/// In the order in which they are read.
enum class StoryPart : std::uint8_t {
    ownWords,      ///< what they want workers to know
    mentalHealth,  ///< in their words
    substanceUse,  ///< in their words
    helps,
    worse,
    doNotRepeat,  ///< what they do not want to be asked again
    name,         ///< what they like to be called, and how it is said
    language,     ///< language and access needs
    uses,         ///< what they use, and how
    medication,   ///< and allergies
    history,      ///< in brief
    supports,     ///< who is there for them, and what they may be told
};
inline constexpr std::array allStoryParts{StoryPart::ownWords,   StoryPart::mentalHealth, StoryPart::substanceUse,
                                          StoryPart::helps,      StoryPart::worse,        StoryPart::doNotRepeat,
                                          StoryPart::name,       StoryPart::language,     StoryPart::uses,
                                          StoryPart::medication, StoryPart::history,      StoryPart::supports};

/// With whom the person is fine to share a part, beside the workers who help them.
enum class StorySharing : std::uint8_t { anyone, services, askFirst };
inline constexpr std::array allStorySharing{StorySharing::anyone, StorySharing::services, StorySharing::askFirst};

enum class PromiseState : std::uint8_t { open, kept, notKept };

/// What somebody said they would do.
struct StoryPromise {
    std::string what;
    std::string by;  ///< as the person knows them
    std::optional<Date> madeOn;
    std::optional<Date> dueOn;
    PromiseState state = PromiseState::open;
    friend bool operator==(const StoryPromise&, const StoryPromise&) = default;
};

struct StoryText {
    std::string text;
    StorySharing sharing = StorySharing::services;
    friend bool operator==(const StoryText&, const StoryText&) = default;
};

struct Story {
    std::array<StoryText, allStoryParts.size()> parts;
    std::vector<StoryPromise> promises;

    StoryText& operator[](StoryPart part) { return parts[static_cast<std::size_t>(part)]; }
    const StoryText& operator[](StoryPart part) const { return parts[static_cast<std::size_t>(part)]; }
    friend bool operator==(const Story&, const Story&) = default;
};

struct StoryVersion {
    PersonId person;
    int number = 0;  ///< 1 for the first; 0: nothing has been told yet
    Story story;
    WorkerId author;
    Role role = Role::keyworker;  ///< the author's, that day
    ServiceId service;            ///< the author's, that day
    Instant writtenAt;
    CommandId command;
    friend bool operator==(const StoryVersion&, const StoryVersion&) = default;
};

/// A worker confirms to have read it as it stood.
struct StoryReading {
    PersonId person;
    int number = 0;
    WorkerId worker;
    Instant at;
    friend bool operator==(const StoryReading&, const StoryReading&) = default;
};

/// The person had to tell it all again, and to whom.
using RetellingId = Id<struct RetellingTag>;
struct Retelling {
    RetellingId id;
    PersonId person;
    std::string toWhom;
    WorkerId worker;  ///< who wrote it down
    Instant at;
    bool takenBack = false;
    friend bool operator==(const Retelling&, const Retelling&) = default;
};

inline constexpr std::size_t longestStoryPart = 6'000;  ///< bytes
inline constexpr std::size_t longestPromise = 500;
inline constexpr std::size_t mostPromises = 60;
inline constexpr std::size_t longestToWhom = 200;

/// ErrorCode::invalid with `where` the name of a part, "promises" (`detail` which: "2") or "story" when all is empty.
Result<Done> checkStory(const Story& story);

bool isEmpty(const Story& story);

/// The first words of it, whole words, without third parties, for one line; empty when nothing was told.
std::string inBrief(const Story& story, std::size_t most);

/// The highest version that this worker confirmed; 0 when none.
int readUpTo(const std::vector<StoryReading>& readings, const WorkerId& worker);

/// Whether somebody who has read the one has read the other: a promise that was kept meanwhile, or who may see a part,
/// is no new story.
bool readsTheSame(const Story& a, const Story& b);

/// Whoever opens the person and has not confirmed what the story says now is asked to. `earlier` in any order.
bool isOwed(const StoryVersion& current, const std::vector<StoryVersion>& earlier,
            const std::vector<StoryReading>& readings, const WorkerId& worker);

// clang-format off
template <> struct Names<StoryPart> { static constexpr std::array<std::string_view, 12> list{
    "own_words", "mental_health", "substance_use", "helps", "worse", "do_not_repeat", "name", "language", "uses", "medication", "history", "supports"}; };
template <> struct Names<StorySharing> { static constexpr std::array<std::string_view, 3> list{"anyone", "services", "ask_first"}; };
template <> struct Names<PromiseState> { static constexpr std::array<std::string_view, 3> list{"open", "kept", "not_kept"}; };
// clang-format on

}  // namespace holdfast
