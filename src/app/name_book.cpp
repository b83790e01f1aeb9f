// The names a screen needs to show a case: every service, and the workers it speaks of.
#include "app/recorder.h"
#include "app/workspace.h"
#include "domain/service.h"
#include "store/worker_repository.h"

#include <set>

namespace holdfast::app {
namespace {

class WorkersOf {
public:
    void add(const WorkerId& id)
    {
        if (!id.empty())
            m_ids.insert(id);
    }
    void add(const std::optional<WorkerId>& id)
    {
        if (id)
            add(*id);
    }
    void addText(const std::string& text)
    {
        if (WorkerId::fits(text))
            add(WorkerId{text});
    }

    void operator()(const event::Attempt& e) { add(e.worker); }
    void operator()(const event::AssessmentSigned& e) { add(e.worker); }
    void operator()(const event::ReferralSent&) {}
    void operator()(const event::Response& e) { add(e.worker); }
    void operator()(const event::ChallengeSent&) {}
    void operator()(const event::ChallengeAnswered& e) { add(e.worker); }
    void operator()(const event::ChallengeWithdrawn&) {}
    void operator()(const event::HandoverAccepted& e) { add(e.worker); }
    void operator()(const event::WorkerChanged& e) { add(e.worker); }
    void operator()(const event::PersonDeclined&) {}
    void operator()(const event::AftercarePlanned&) {}
    void operator()(const event::JointClosure& e)
    {
        for (const std::string& each : e.agreedBy)
            addText(each);
    }
    void operator()(const event::Mdt& e)
    {
        add(e.lead);
        for (const std::string& each : e.attended)
            addText(each);
        for (const event::Mdt::Action& action : e.actions)
            addText(action.owner);
    }
    void operator()(const event::Contact&) {}
    void operator()(const event::Reopened& e) { add(e.worker); }
    void operator()(const event::SecondLook& e) { add(e.worker); }
    void operator()(const event::EnteredInError&) {}
    void operator()(const event::PersonDied&) {}
    void operator()(const event::LetterSent&) {}
    void operator()(const event::ProtocolApplied&) {}
    void operator()(const event::SecondOpinionRequested&) {}
    void operator()(const event::OutcomeFedBack&) {}
    void operator()(const event::SupportCheckIn& e) { add(e.worker); }
    void operator()(const event::StepHandedOn& e) { add(e.worker); }
    void operator()(const event::GoodExperience& e) { add(e.worker); }
    void operator()(const event::CostBorne&) {}
    void operator()(const event::Now&) {}

    const std::set<WorkerId>& ids() const { return m_ids; }

private:
    std::set<WorkerId> m_ids;
};

}  // namespace

NameBook nameBook(Workspace& workspace, const History& history, const engine::Snapshot& snapshot)
{
    NameBook book;
    for (const Service& service : workspace.directory().services())
        book.services.emplace(service.id, service.name);
    WorkersOf mentioned;
    for (const Entry& entry : history.entries()) {
        mentioned.add(entry.author);
        std::visit(mentioned, entry.event.body);
    }
    for (const Need need : allNeeds)
        if (snapshot.needs[need].holder)
            mentioned.add(snapshot.needs[need].holder->worker);
    for (const engine::NextAction& action : snapshot.nextActions)
        mentioned.add(action.owner.worker);
    const store::WorkerRepository workers{workspace.connection()};
    for (const WorkerId& id : mentioned.ids())
        if (const auto worker = workers.find(id))
            book.workers.emplace(id, worker->name);
    return book;
}

}  // namespace holdfast::app
