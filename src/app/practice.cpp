#include "app/practice.h"

#include "app/find_index.h"
#include "app/practice_circle.h"
#include "app/practice_meetings.h"
#include "app/practice_notes.h"
#include "app/practice_people.h"
#include "app/practice_plans.h"
#include "app/practice_plot.h"
#include "app/practice_replies.h"
#include "app/practice_told.h"
#include "app/practice_writer.h"
#include "app/sha256.h"
#include "app/use_case.h"
#include "base/log.h"
#include "demo_texts.h"
#include "domain/policy.h"
#include "store/audit_trail.h"
#include "store/bulk_fill.h"
#include "store/dump.h"
#include "store/local_guide_repository.h"
#include "store/meta_repository.h"
#include "store/outward_repository.h"
#include "store/person_repository.h"
#include "store/report_pages.h"
#include "store/service_repository.h"
#include "store/worker_repository.h"

#include <algorithm>

namespace holdfast::app {
namespace {

// A transaction writes each index page it touches once, so large lots are quicker; the first is small for the progress bar.
constexpr int firstLot = 500;
constexpr int largestLot = 8000;
constexpr int manyPeople = 5000;  ///< from here on it is quicker to build the indexes at the end
constexpr int peopleForOneWorker = 40;

std::string fourDigits(int number)
{
    return std::to_string(10'000 + number).substr(1);
}

/// The named workers, and for a large caseload as many more as it takes.
std::vector<Worker> workersFor(const PracticeWorld& world, int people, Random& random)
{
    std::vector<Worker> workers = world.workers;
    const std::vector<std::string> services{"lantern", "cmht", "lantern", "talking", "complex", "northgate", "cmht"};
    for (int i = 0; i < people / peopleForOneWorker - 5; ++i) {
        Worker worker;
        worker.id = WorkerId{"worker-" + fourDigits(i + 1)};
        worker.name = anyOf(world.givenNames[random.below(2)].second, random) + ' ' + anyOf(world.familyNames, random);
        worker.role = i % 25 == 24 ? Role::supervisor : i % 10 == 9 ? Role::coordinator : Role::keyworker;
        worker.service = ServiceId{services[static_cast<std::size_t>(i) % services.size()]};
        worker.team = "Team " + std::to_string(1 + i / 70);
        workers.push_back(std::move(worker));
    }
    return workers;
}

class PracticeMaker {
public:
    PracticeMaker(Workspace& workspace, const PracticeInput& input, const PracticeWorld& world, PracticeNotes notes,
                  PracticeCircles circles, PracticePlans plans, PracticeTold told)
        : m_workspace{workspace},
          m_input{input},
          m_world{world},
          m_random{input.seed},
          m_now{londonInstant(input.asOf, std::chrono::minutes{0})},
          m_workers{workersFor(world, input.people, m_random)},
          m_staff{m_workers},
          m_people{world, m_random, input.asOf},
          m_writer{workspace, m_random, m_now, m_workers, WorkerId{"rowan-ellery"}},
          m_notes{workspace, std::move(notes), input.seed, input.asOf, m_now, m_workers},
          m_circles{workspace, std::move(circles), input.seed, input.asOf, m_now, m_workers},
          m_plans{workspace, std::move(plans), input.seed, input.asOf, m_now, m_workers},
          m_meetings{workspace, input.seed, input.asOf, m_now, m_workers},
          m_told{workspace, std::move(told), input.seed, input.asOf, m_now, m_workers},
          m_fill{workspace.connection()}
    {}

    Result<PracticeResult> make(const Progress& progress)
    {
        if (auto empty = inOne([&] { return prepare(); }); !empty)
            return std::move(empty).error();
        m_workspace.forgetDirectory();
        auto written = writeAll(progress);
        // Also when it was stopped: whoever opens what is there finds everybody, and does not wait for the lists.
        auto indexed = inOne([&]() -> Result<Done> {
            store::PersonRepository{m_workspace.connection()}.addEverybodysWords();
            buildFound(m_workspace.connection());
            store::ReportPages{m_workspace.connection()}.build();
            m_fill.finish();
            return Done{};
        });
        if (!written)
            return std::move(written).error();
        if (!indexed)
            return std::move(indexed).error();
        return finish();
    }

private:
    template <class Work>
    Result<Done> inOne(Work work)
    {
        // No second try: the generator has moved on. A busy store is an error to begin again after.
        try {
            db::Transaction transaction{m_workspace.connection(), db::Access::write};
            Result<Done> result = work();
            if (result)
                transaction.commit();
            return result;
        } catch (const db::Failure& failure) {
            return db::toError(failure, "store");
        }
    }

    Result<Done> writeAll(const Progress& progress)
    {
        while (m_writer.people() < m_input.people) {
            const int lot = std::clamp(m_writer.people(), firstLot, largestLot);
            const int until = std::min(m_input.people, m_writer.people() + lot);
            if (auto written = inOne([&] { return writeUntil(until); }); !written)
                return written;
            if (progress && !progress(m_writer.people(), m_input.people))
                return Error{ErrorCode::cancelled, {}, {}};
        }
        return Done{};
    }

    Result<Done> prepare()
    {
        db::Connection& connection = m_workspace.connection();
        if (store::PersonRepository{connection}.countAll() > 0)
            return Error{ErrorCode::conflict, "store", "there are people in it already; choose another place"};
        store::MetaRepository{connection}.set(store::metaPractice, "yes");
        store::ServiceRepository services{connection};
        for (const Service& service : m_world.services)
            if (auto added = services.insert(service); !added)
                return std::move(added).error();
        store::OutwardRepository places{connection};
        for (const OutwardPlace& place : m_world.outward)
            if (auto added = places.insert(place); !added)
                return std::move(added).error();
        store::WorkerRepository workers{connection};
        for (const Worker& worker : m_workers)
            if (auto added = workers.insert(worker); !added)
                return std::move(added).error();
        if (auto listed = listGuides(); !listed)
            return listed;
        if (auto templates = m_notes.writeTemplates(); !templates)
            return templates;
        store::ReportPages{connection}.forget();
        if (m_input.people >= manyPeople)
            m_fill.begin();
        return Done{};
    }

    /// The protocols and leaflets of the made-up area, as its supervisor would have put them on the list.
    Result<Done> listGuides()
    {
        store::LocalGuideRepository guides{m_workspace.connection()};
        for (const GuideSketch& sketch : m_world.guides) {
            LocalGuide guide = sketch.guide;
            guide.from = m_input.asOf + std::chrono::days{sketch.from};
            guide.addedAt = londonInstant(guide.from, std::chrono::hours{9});
            if (sketch.withdrawn)
                guide.withdrawnOn = m_input.asOf + std::chrono::days{*sketch.withdrawn};
            if (auto listed = guides.insert(std::move(guide)); !listed)
                return std::move(listed).error();
        }
        return Done{};
    }

    Result<Done> writeUntil(int until)
    {
        const int before = m_writer.people();
        while (m_writer.people() < until)
            if (auto written = writeNext(static_cast<std::size_t>(m_writer.people())); !written)
                return written;
        store::AuditTrail{m_workspace.connection()}.append({0,
                                                            m_now,
                                                            WorkerId{"rowan-ellery"},
                                                            std::string{nameOf(Action::makePractice)},
                                                            {},
                                                            std::to_string(until - before) + " people"});
        return Done{};
    }

    Result<Done> writeNext(std::size_t number)
    {
        if (number < m_world.stories.size())
            return writeStory(m_world.stories[number]);
        const auto& reasons = m_workspace.policy().reasons;
        const std::size_t plot = number - m_world.stories.size();
        // First the reasons nobody has met yet, each left standing; then all kinds of lives.
        if (plot == 0)
            for (const policy::Reason& reason : reasons)
                if (!m_writer.reasonsSeen().contains(reason.code.str()))
                    m_toShow.push_back(&reason);
        const PlotContext context{m_world, m_staff, m_workspace.policy(), m_workspace.days(), m_random, m_input.asOf};
        if (plot < m_toShow.size())
            return write(m_people.anybody(), plotFor(context, *m_toShow[plot], true));
        const std::uint64_t roll = m_random.below(10);
        if (roll < 4)
            return write(m_people.anybody(), ordinaryPlot(context));
        return write(m_people.anybody(), plotFor(context, anyOf(reasons, m_random), roll == 9));
    }

    Result<Done> writeStory(const PracticeStory& story)
    {
        auto planned = plannedStory(story, m_workspace.days(), m_input.asOf,
                                    {&m_workspace.directory(), &m_workspace.instruments(), {}});
        if (!planned)
            return std::move(planned).error();
        const WorkerId author = planned->front().author;
        auto written = write(m_people.fromSketch(story.person), *std::move(planned));
        if (!written)
            return Error{written.error().code, story.key + written.error().where, written.error().detail};
        if (auto noted = m_notes.write(m_writer.last(), story.key); !noted)
            return noted;
        if (auto known = m_circles.write(m_writer.last(), story.key); !known)
            return known;
        if (auto agreed = m_plans.write(m_writer.last(), story.key); !agreed)
            return agreed;
        if (auto met = m_meetings.write(m_writer.last()); !met)
            return met;
        if (auto told = m_told.write(m_writer.last(), story.key); !told)
            return told;
        if (story.draft)
            return m_writer.writeDraft(m_writer.last(), author);
        return Done{};
    }

    Result<Done> write(Person person, std::vector<Planned> planned)
    {
        const ReplyContext replies{m_workspace.policy(), m_workspace.days(), m_world.notes, m_random, m_now};
        return m_writer.write(std::move(person), withReplies(replies, std::move(planned)));
    }

    Result<PracticeResult> finish()
    {
        m_workspace.connection().updateStatistics();
        PracticeResult result;
        result.people = m_writer.people();
        result.events = m_writer.events();
        for (const policy::Reason& reason : m_workspace.policy().reasons)
            if (!m_writer.reasonsSeen().contains(reason.code.str()))
                result.missing.push_back(reason.code.str());
        const auto shown = std::min(m_world.stories.size(), static_cast<std::size_t>(result.people));
        for (const std::string& situation : m_world.situations) {
            const auto tells = [&](const PracticeStory& story) {
                return std::ranges::find(story.situations, situation) != story.situations.end();
            };
            if (std::ranges::none_of(std::span{m_world.stories}.first(shown), tells))
                result.missing.push_back(situation);
        }
        Sha256 hash;
        auto dumped = inTransaction(m_workspace.connection(), db::Access::read, [&]() -> Result<Done> {
            store::dump(m_workspace.connection(), [&](std::string_view line) {
                hash.add(line);
                hash.add("\n");
            });
            return Done{};
        });
        if (!dumped)
            return std::move(dumped).error();
        result.dumpSha256 = hash.hex();
        log::info("practice.made", result.people, result.events);
        return result;
    }

    Workspace& m_workspace;
    const PracticeInput& m_input;
    const PracticeWorld& m_world;
    SeededRandom m_random;
    Instant m_now;
    std::vector<Worker> m_workers;
    PracticeStaff m_staff;
    PracticePeople m_people;
    PracticeWriter m_writer;
    PracticeNoteWriter m_notes;
    PracticeCircleWriter m_circles;
    PracticePlanWriter m_plans;
    PracticeMeetingWriter m_meetings;
    PracticeToldWriter m_told;
    store::BulkFill m_fill;
    std::vector<const policy::Reason*> m_toShow;
};

}  // namespace

Result<PracticeResult> makePractice(Workspace& workspace, const PracticeInput& input, const Progress& progress)
{
    if (input.people < 1 || input.people > mostPracticePeople)
        return Error{ErrorCode::invalid, "people", "expected 1 to " + std::to_string(mostPracticePeople)};
    if (!workspace.facts().practice)
        return Error{ErrorCode::forbidden, "store", "made-up people go into a practice store only"};
    const auto world = readPracticeWorld(demo::demo_wrenfield, demo::demo_stories);
    if (!world)
        return world.error();
    auto notes = readPracticeNotes(demo::demo_notes);
    if (!notes)
        return std::move(notes).error();
    auto circles = readPracticeCircles(demo::demo_circle);
    if (!circles)
        return std::move(circles).error();
    auto plans = readPracticePlans(demo::demo_plans);
    if (!plans)
        return std::move(plans).error();
    auto told = readPracticeTold(demo::demo_told);
    if (!told)
        return std::move(told).error();
    return PracticeMaker{workspace,         input,           *world, *std::move(notes), *std::move(circles),
                         *std::move(plans), *std::move(told)}
        .make(progress);
}

}  // namespace holdfast::app
