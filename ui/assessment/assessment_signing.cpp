// Signing: nothing missing, the draft in the store, then one command that signs and sends the joint referral.
#include "assessment/assessment_page.h"
#include "assessment/assessment_view.h"
#include "assessment/draft_keeper.h"
#include "assessment/route_panel.h"
#include "async/desk.h"
#include "domain/calendar.h"
#include "drafts/draft_offer.h"
#include "words/codes.h"

namespace holdfast::ui {
namespace {

QString joined(const std::vector<Need>& needs)
{
    QStringList names;
    for (const auto need : needs)
        names.append(words(need).toLower());
    return names.join(AssessmentPage::tr(" and "));
}

QString saidAfter(const app::SignInput& input)
{
    if (input.legs.empty())
        return AssessmentPage::tr("Assessment signed. Nothing was sent.");
    if (input.legs.size() == 1)
        return AssessmentPage::tr("Assessment signed. The referral is on its way.");
    return AssessmentPage::tr("Assessment signed. One joint referral is on its way to both services.");
}

}  // namespace

void AssessmentPage::trySign(bool refer)
{
    if (!m_loaded || m_keeper->isInConflict())
        return;
    const auto form = m_view->form();
    m_view->setMissing(record::missingAnswers(form));
    m_view->showEveryMissing();
    if (m_view->goToFirstMissing())
        return;
    if (form.safetyPlanReviewed && *form.safetyPlanReviewed > londonDate(m_desk.clock().now())) {
        m_view->setNotice(tr("The safety plan's review is still to come. "),
                          tr("Enter the day it was reviewed with the person, or leave it empty."));
        return;
    }
    if (refer && !m_preview) {
        askPreview();
        return;
    }
    if (refer) {
        const auto without = needsWithoutRoute(form, m_preview->decision, m_choice);
        if (!without.empty()) {
            m_view->setNotice(tr("No service fits %1 yet. ").arg(joined(without)),
                              tr("Choose one under Other routes, or sign without referring."));
            return;
        }
    }
    m_view->route().setBusy(true);
    m_signWhenSaved = refer;
    if (m_keeper->isUnsaved())
        m_keeper->flush();
    else
        sign();
}

void AssessmentPage::sign()
{
    const bool refer = *std::exchange(m_signWhenSaved, std::nullopt);
    app::SignInput input;
    input.person = m_person;
    input.seenVersion = m_caseVersion;
    input.draftVersion = m_keeper->version();
    input.command = m_command;
    input.at = m_desk.clock().now();
    input.form = m_view->form();
    if (refer && m_preview) {
        input.legs = legsFor(input.form, m_preview->decision, m_choice);
        input.whyOtherRoute = m_choice.why.toStdString();
    }
    const QString said = saidAfter(input);
    m_desk.ask(
        this, [input](UseCases& cases, const app::Session& session) { return cases.assessments.sign(session, input); },
        [this, generation = m_generation, referred = !input.legs.empty(),
         said](const Result<app::RecordOutcome>& done) {
            if (generation == m_generation)
                takeSigned(done, referred, said);
        });
}

void AssessmentPage::takeSigned(const Result<app::RecordOutcome>& outcome, bool referred, const QString& said)
{
    m_view->route().setBusy(false);
    if (outcome) {
        m_loaded = false;
        m_keeper->stop();
        m_offer->close();
        emit signedOff({m_person, *outcome, referred, said});
        return;
    }
    const auto& error = outcome.error();
    m_command = m_desk.newCommand();
    if (error.code != ErrorCode::conflict) {
        explain(error, false);
        return;
    }
    // The case moved on: read where it stands and keep every answer; the worker looks again before signing.
    m_desk.ask(
        this,
        [person = m_person](UseCases& cases, const app::Session& session) { return cases.cases.open(session, person); },
        [this, generation = m_generation](const Result<app::CaseFile>& file) {
            if (generation != m_generation || !file)
                return;
            m_caseVersion = file->version;
            m_view->setNotice(tr("Someone recorded something new for this person. "),
                              tr("Your answers are kept. Look at the route again, then sign."));
            askPreview();
        });
}

}  // namespace holdfast::ui
