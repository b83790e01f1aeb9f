#include "assessment/form_merge.h"

#include <set>

namespace holdfast::ui {
namespace {

class Merge {
public:
    template <class T>
    void pick(const char* name, const T& base, const T& mine, const T& theirs, T& into)
    {
        if (mine == base) {
            into = theirs;
        } else {
            into = mine;
            if (theirs != base && theirs != mine)
                bothChanged.emplace_back(name);
        }
    }

    /// Key by key, so that each worker's own questionnaires and notes join.
    template <class Map>
    void pickEach(const std::string& name, const Map& base, const Map& mine, const Map& theirs, Map& into)
    {
        std::set<typename Map::key_type> keys;
        for (const auto* map : {&base, &mine, &theirs})
            for (const auto& [key, value] : *map)
                keys.insert(key);
        into.clear();
        for (const auto& key : keys) {
            std::optional<typename Map::mapped_type> merged;
            pick(name.c_str(), at(base, key), at(mine, key), at(theirs, key), merged);
            if (merged)
                into.emplace(key, std::move(*merged));
        }
    }

    std::vector<std::string> bothChanged;

private:
    template <class Map>
    static std::optional<typename Map::mapped_type> at(const Map& map, const typename Map::key_type& key)
    {
        const auto found = map.find(key);
        return found == map.end() ? std::nullopt : std::optional{found->second};
    }
};

}  // namespace

MergedForm merge(const record::AssessmentForm& base, const record::AssessmentForm& mine,
                 const record::AssessmentForm& theirs)
{
    using Form = record::AssessmentForm;
    MergedForm merged{mine, {}};
    Form& into = merged.form;
    Merge merging;
    const auto field = [&](const char* name, auto Form::*member) {
        merging.pick(name, base.*member, mine.*member, theirs.*member, into.*member);
    };
    field("what_matters", &Form::whatMatters);
    field("present", &Form::present);
    field("asked_about_both", &Form::askedAboutBoth);
    for (const auto need : allNeeds) {
        const std::string name{nameOf(need)};
        merging.pick(("status." + name).c_str(), base.status[need], mine.status[need], theirs.status[need],
                     into.status[need]);
        merging.pick(("severity." + name).c_str(), base.severity[need], mine.severity[need], theirs.severity[need],
                     into.severity[need]);
    }
    field("conditions", &Form::conditions);
    field("substances", &Form::substances);
    merging.pickEach("answers", base.answers, mine.answers, theirs.answers, into.answers);
    const auto fact = [&](const char* name, auto SafetyFacts::*member) {
        merging.pick(name, base.safety.*member, mine.safety.*member, theirs.safety.*member, into.safety.*member);
    };
    fact("safety.suicidal_thoughts", &SafetyFacts::suicidalThoughts);
    fact("safety.recent_attempt", &SafetyFacts::recentAttempt);
    fact("safety.overdose", &SafetyFacts::overdose);
    fact("safety.pregnant", &SafetyFacts::pregnant);
    fact("safety.withdrawal_risk", &SafetyFacts::withdrawalRisk);
    fact("safety.intoxicated_now", &SafetyFacts::intoxicatedNow);
    merging.pickEach("safety.notes", base.safetyNotes, mine.safetyNotes, theirs.safetyNotes, into.safetyNotes);
    field("adults_and_children", &Form::adultsAndChildren);
    field("safety_plan_reviewed", &Form::safetyPlanReviewed);
    field("what_use_does", &Form::whatUseDoes);
    field("came_first", &Form::cameFirst);
    field("life_events", &Form::lifeEvents);
    field("trauma", &Form::trauma);
    field("domestic_abuse", &Form::domesticAbuse);
    field("culture", &Form::culture);
    field("stigma", &Form::stigma);
    field("disclosure", &Form::disclosure);
    field("lived_experience", &Form::livedExperience);
    field("companion", &Form::companion);
    field("readiness", &Form::readiness);
    field("barriers", &Form::barriers);
    merging.pickEach("equality", base.equality, mine.equality, theirs.equality, into.equality);
    merged.bothChanged = std::move(merging.bothChanged);
    return merged;
}

}  // namespace holdfast::ui
