// Carers and consent of the people who are always in the practice caseload, from resources/demo.
#pragma once

#include "app/practice_pen.h"
#include "domain/consent.h"

namespace holdfast::app {

struct StoryConsent {
    int day = 0;
    WorkerId by;
    std::string carer;  ///< a key of the carers; empty when it is about none
    std::optional<int> review;
    std::optional<int> ends;
    Consent consent;
};

struct StoryCall {
    StoryMoment at;
    WorkerId by;
    std::string carer;
    std::vector<CarerTopic> told;
    std::optional<CallBack> owed;  ///< its day counts from the as-of date
};

struct StoryCircle {
    std::vector<std::pair<std::string, CarerLink>> carers;
    std::vector<StoryConsent> consents;
    std::vector<StoryCall> calls;
};

struct PracticeCircles {
    std::map<std::string, Carer> carers;  ///< their days count from the as-of date
    std::map<std::string, StoryCircle> byStory;
};

Result<PracticeCircles> readPracticeCircles(std::string_view text);

/// Writes them with ids of its own, after the notes, which hold the words of the calls.
class PracticeCircleWriter {
public:
    PracticeCircleWriter(Workspace& workspace, PracticeCircles circles, std::uint64_t seed, Date asOf, Instant now,
                         const std::vector<Worker>& workers);

    /// Needs an open transaction.
    Result<Done> write(const PersonId& person, const std::string& story);

private:
    Result<CarerId> carer(const std::string& key);
    Result<Done> writeLinks(const PersonId& person, const StoryCircle& circle);
    Result<Done> writeConsent(const PersonId& person, const StoryConsent& told, const CommandId& command);
    Result<Done> writeCall(const PersonId& person, const StoryCall& told, const CommandId& command);

    PracticeCircles m_circles;
    PracticePen m_pen;
    std::map<std::string, CarerId> m_known;
};

}  // namespace holdfast::app
