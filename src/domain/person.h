// A person: the few facts the engine reads, and the record that workers keep.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "domain/need.h"

#include <optional>
#include <string>
#include <vector>

namespace holdfast {

/// How far it is from this person to a service, as a worker typed it; tenths of a mile. It wins over what is reckoned.
struct TypedDistance {
    ServiceId service;
    int tenths = 0;
    friend bool operator==(const TypedDistance&, const TypedDistance&) = default;
};

/// What the engine may know of a person.
struct PersonFacts {
    PersonId id;
    std::optional<Date> born;
    Sex sex = Sex::notRecorded;
    std::string postcode;  ///< as given; empty when not recorded

    // What bears on which service fits (engine.md 5.3); nothing = not asked.
    std::optional<bool> avoidsHomeArea;   ///< wish not to be seen near home
    std::optional<bool> prefersOneToOne;  ///< true one-to-one, false group
    std::optional<bool> prefersRemote;    ///< true remote, false in person
    std::optional<bool> needsTravelHelp;
    std::optional<bool> needsStepFree;
    std::optional<bool> wantsLivedExperience;  ///< a worker or peer with lived experience
    std::optional<bool> wantsFamilySupport;    ///< something for family or carers too
    std::string language;                      ///< needed language, empty when English or not asked
    std::string workHours;                     ///< as parseWorkHours() reads it; empty when not recorded
    std::optional<int> childrenInHousehold;
    std::vector<TypedDistance> distances;  ///< kept beside the record: only who asks for a route fills them in

    friend bool operator==(const PersonFacts&, const PersonFacts&) = default;
};

enum class NhsNumberMissing : std::uint8_t { none, notKnown, noFixedAddress, visitor, personPrefersNot, notYetTraced };
enum class AddressStatus : std::uint8_t { known, noFixedAddress, notKnown, withheld };

// clang-format off
template <> struct Names<NhsNumberMissing> { static constexpr std::array<std::string_view, 6> list{
    "none", "not_known", "no_fixed_address", "visitor", "person_prefers_not", "not_yet_traced"}; };
template <> struct Names<AddressStatus> { static constexpr std::array<std::string_view, 4> list{"known", "no_fixed_address", "not_known", "withheld"}; };
// clang-format on

/// How to reach somebody without putting them at risk.
struct SafeContact {
    std::string phone;
    std::string email;
    std::string preference;  ///< in the person's words: "text first, ring after 17:00"
    bool mayText = false;
    bool mayLeaveVoicemail = false;
    bool mayWrite = false;
    bool discreetOnly = false;  ///< withheld number, no service name

    friend bool operator==(const SafeContact&, const SafeContact&) = default;
};

/// The record of a person, as workers read and edit it.
struct Person {
    PersonId id;
    std::string givenName;
    std::string familyName;
    std::string preferredName;  ///< what they like to be called; empty = given name
    std::string pronouns;       ///< empty = not asked yet
    std::optional<Date> born;
    Sex sex = Sex::notRecorded;  ///< the basis for sex-specific cut-offs only
    std::string gender;          ///< in their own words, optional
    std::string nhsNumber;       ///< ten digits or empty
    NhsNumberMissing nhsNumberMissing = NhsNumberMissing::none;
    AddressStatus addressStatus = AddressStatus::notKnown;
    std::string address;
    std::string postcode;  ///< normalised, may be a pseudo-postcode
    SafeContact contact;
    std::string interpreter;  ///< language, empty when none is needed
    std::string adjustments;  ///< reasonable adjustments, their words
    std::string accessNeeds;
    std::string ethnicity;     ///< optional equality data, national code or empty
    std::string companion;     ///< who comes along or refers together with them
    std::string wishes;        ///< needs and wishes in their words
    std::string safetyAlerts;  ///< one a line: what every worker must see first ("No voicemail: shared phone")
    PersonFacts fit;           ///< preferences that routing reads; id, born, sex, postcode are copied from above
    std::int64_t version = 0;  ///< up by one with every save

    friend bool operator==(const Person&, const Person&) = default;
};

/// The facts of the record that the engine may read.
PersonFacts factsOf(const Person& person);

/// "Dani Okafor": preferred or given name, then family name.
std::string displayName(const Person& person);

}  // namespace holdfast
