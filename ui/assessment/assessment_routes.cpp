// Other services than the first: the sheet that shows them all, and how far it is to one for this person.
#include "assessment/assessment_page.h"
#include "assessment/assessment_view.h"
#include "assessment/other_routes_sheet.h"
#include "async/desk.h"
#include "words/codes.h"

namespace holdfast::ui {

void AssessmentPage::openOtherRoutes()
{
    if (!m_preview)
        return;
    auto* sheet = new OtherRoutesSheet{m_theme, *m_preview, m_view->form(), m_choice, m_waits, *window()};
    connect(sheet, &OtherRoutesSheet::distanceTyped, sheet,
            [this, sheet](const ServiceId& service, const std::optional<int>& tenths) {
                keepDistance(*sheet, service, tenths);
            });
    connect(sheet, &OtherRoutesSheet::chosen, this, [this](const RouteChoice& choice) {
        m_choice = choice;
        if (m_preview)
            takePreview(*m_preview);
    });
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

/// Keeps how far it is for this person, and holds the services against it at once.
void AssessmentPage::keepDistance(OtherRoutesSheet& sheet, const ServiceId& service, const std::optional<int>& tenths)
{
    m_desk.ask(
        &sheet,
        [person = m_person, form = m_view->form(), service,
         tenths](UseCases& cases, const app::Session& session) -> Result<app::AssessmentPreview> {
            if (auto kept = cases.travel.typeDistance(session, person, service, tenths); !kept)
                return std::move(kept).error();
            return cases.assessments.preview(session, person, form);
        },
        [this, &sheet, asked = ++m_asked](const Result<app::AssessmentPreview>& preview) {
            if (!preview)
                return sheet.showProblem(words(preview.error()));
            sheet.showPreview(*preview);
            if (asked == m_asked)
                takePreview(*preview);
        });
}

}  // namespace holdfast::ui
