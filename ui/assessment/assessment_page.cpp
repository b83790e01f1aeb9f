#include "assessment/assessment_page.h"

#include "assessment/assessment_view.h"
#include "assessment/draft_keeper.h"
#include "assessment/route_panel.h"
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "drafts/kept_line.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "words/assessment_words.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

#include <QAction>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto typingPause = 300ms;

QAction* command(QWidget& page, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction{text, &page};
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page.addAction(action);
    return action;
}

}  // namespace

struct AssessmentPage::Loaded {
    Person person;
    app::AssessmentDraft draft;
    std::int64_t caseVersion = 0;
};

AssessmentPage::AssessmentPage(Desk& desk, const Theme& theme, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_theme{theme}
{
    setObjectName(QStringLiteral("canvas"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(typingPause);
    connect(&m_previewDelay, &QTimer::timeout, this, &AssessmentPage::askPreview);
    m_save = command(*this, tr("Save the assessment"), QKeySequence::Save);
    m_refer = command(*this, tr("Hold together and refer"), QKeySequence{Qt::CTRL | Qt::Key_Return});
    connect(m_save, &QAction::triggered, this, [this] { m_keeper->flush(); });
    connect(m_refer, &QAction::triggered, this, [this] { trySign(true); });
    m_keeper = std::make_unique<DraftKeeper>([](const auto&, const auto&) {});
    m_offer = new DraftOffer{theme, desk, this};
    m_offer->setObjectName(QStringLiteral("assessmentOffer"));
    column->addWidget(m_offer);
    connect(m_offer, &DraftOffer::draftChanged, this, &AssessmentPage::load);
    connect(m_offer, &DraftOffer::settled, this, &AssessmentPage::draftSettled);
    connect(m_offer, &DraftOffer::failed, this, [this](const QString& words) { m_view->setNotice(words); });
    connect(&theme, &Theme::themeChanged, this, [this] {
        if (m_view != nullptr && !qFuzzyCompare(m_theme.u(), m_builtFor))
            buildView();
    });
}

AssessmentPage::~AssessmentPage() = default;

AssessmentView& AssessmentPage::view()
{
    // A large form, and most days begin elsewhere: it is built when somebody first comes to it.
    if (m_view == nullptr)
        buildView();
    return *m_view;
}

void AssessmentPage::buildView()
{
    // Every length of the form depends on the text size: another size is laid out anew, with the same answers in it.
    auto* before = m_view;
    m_builtFor = m_theme.u();
    m_view = new AssessmentView{m_theme, m_desk.instruments(), londonDate(m_desk.clock().now()), this};
    layout()->addWidget(m_view);
    connectView();
    m_view->kept().follow(*m_keeper);
    if (before == nullptr)
        return;
    if (m_loaded)
        fillView(before->form());
    before->hide();
    before->deleteLater();
}

void AssessmentPage::fillView(const record::AssessmentForm& form)
{
    m_view->setPerson(m_who, londonDate(m_desk.clock().now()));
    m_view->setForm(form);
    m_view->setMissing(record::missingAnswers(form));
    if (m_preview)
        takePreview(*m_preview);
}

void AssessmentPage::connectView()
{
    auto& route = m_view->route();
    connect(m_view, &AssessmentView::changed, this, &AssessmentPage::formChanged);
    connect(m_view, &AssessmentView::backAsked, this, [this] {
        if (mayLeave())
            emit personRequested(m_person);
    });
    connect(m_view, &AssessmentView::noticeFirst, this, [this] {
        if (m_theirs)
            settleConflict(true);
        else if (!m_loaded)
            load();
        else
            m_keeper->flush();
    });
    connect(m_view, &AssessmentView::noticeSecond, this, [this] { settleConflict(false); });
    connect(m_view, &AssessmentView::noticeThird, this, &AssessmentPage::showBoth);
    connect(m_view, &AssessmentView::versionsAsked, this, &AssessmentPage::openVersions);
    connect(&route, &RoutePanel::signAndRefer, this, [this] { trySign(true); });
    connect(&route, &RoutePanel::signOnly, this, [this] { trySign(false); });
    connect(&route, &RoutePanel::otherRoutesAsked, this, &AssessmentPage::openOtherRoutes);
    connect(&route, &RoutePanel::saveForLater, this, [this] {
        if (mayLeave())
            emit personRequested(m_person);
    });
}

void AssessmentPage::refresh()
{
    if (!m_person.empty() && !m_loaded && !m_loading)
        load();
}

QList<QAction*> AssessmentPage::actions()
{
    return {m_save, m_refer};
}

QList<QWidget*> AssessmentPage::regions()
{
    return {view().formArea(), &view().route()};
}

QWidget* AssessmentPage::firstFocus()
{
    return view().firstField();
}

bool AssessmentPage::mayLeave()
{
    m_keeper->flush();
    // Two people's answers differ: leaving would lose one of them.
    if (m_keeper->isInConflict())
        return false;
    leaveDraft();
    return true;
}

QString AssessmentPage::place() const
{
    return text(m_person.text());
}

void AssessmentPage::goTo(const QString& place)
{
    open(PersonId{place.toStdString()});
}

void AssessmentPage::open(const PersonId& person)
{
    m_keeper->flush();
    leaveDraft();
    m_person = person;
    m_loaded = false;
    load();
}

void AssessmentPage::load()
{
    ++m_generation;
    m_loading = true;
    m_signWhenSaved.reset();
    m_theirs.reset();
    m_preview.reset();
    m_joined.reset();
    m_offer->close();
    m_choice = {};
    view().route().showNothingYet();
    m_desk.ask(
        this,
        [person = m_person](UseCases& cases, const app::Session& session) -> Result<Loaded> {
            auto who = cases.people.find(session, person);
            if (!who)
                return std::move(who).error();
            auto draft = cases.assessments.draft(session, person);
            if (!draft)
                return std::move(draft).error();
            auto file = cases.cases.open(session, person);
            if (!file)
                return std::move(file).error();
            return Loaded{*std::move(who), *std::move(draft), file->version};
        },
        [this, generation = m_generation](const Result<Loaded>& loaded) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (loaded)
                take(*loaded);
            else
                explain(loaded.error(), true);
        });
}

void AssessmentPage::take(const Loaded& loaded)
{
    m_loaded = true;
    m_caseVersion = loaded.caseVersion;
    m_base = loaded.draft.form;
    m_command = m_desk.newCommand();
    connectKeeper();
    m_keeper->start(loaded.draft);
    m_view->setNotice({});
    m_who = loaded.person;
    fillView(loaded.draft.form);
    m_offer->look(m_person, draftKind);
    askPreview();
    askWaits();
}

void AssessmentPage::formChanged()
{
    if (!m_loaded)
        return;
    m_signWhenSaved.reset();
    const auto form = m_view->form();
    m_keeper->touch(form);
    m_view->setMissing(record::missingAnswers(form));
    m_offer->typedOn();
    m_previewDelay.start();
}

void AssessmentPage::askPreview()
{
    const int asked = ++m_asked;
    m_desk.ask(
        this,
        [person = m_person, form = m_view->form()](UseCases& cases, const app::Session& session) {
            return cases.assessments.preview(session, person, form);
        },
        [this, asked](const Result<app::AssessmentPreview>& preview) {
            if (asked != m_asked)
                return;
            if (preview)
                takePreview(*preview);
            else
                explain(preview.error(), true);
        });
}

/// Beside the route; without an answer the route is shown all the same.
void AssessmentPage::askWaits()
{
    m_desk.ask(
        this, [](UseCases& use, const app::Session& session) { return use.waits.expected(session); },
        [this](const Result<std::vector<report::ExpectedWait>>& waits) {
            if (!waits)
                return;
            m_waits = *waits;
            if (m_preview)
                takePreview(*m_preview);
        });
}

void AssessmentPage::takePreview(const app::AssessmentPreview& preview)
{
    m_view->route().setWaits(m_waits);
    m_preview = preview;
    m_view->route().showRoute(preview, m_view->form(), m_choice, m_view->personName());
}

void AssessmentPage::explain(const Error& error, bool tryAgain)
{
    m_signWhenSaved.reset();
    m_view->route().setBusy(false);
    m_view->setNotice(refusalWords(error), {}, tryAgain ? tr("Try again") : QString{});
}

}  // namespace holdfast::ui
