// Signed assessments, newest first, whole and read-only; and the way to start the next one or go on with a draft.
#pragma once

#include "app/assessments.h"
#include "domain/instrument.h"
#include "person/person_view.h"

#include <QScrollArea>

namespace holdfast::ui {

class AssessmentsTab final : public QScrollArea {
    Q_OBJECT

public:
    explicit AssessmentsTab(const Theme& theme, QWidget* parent = nullptr);

    struct Data {
        std::vector<app::Assessments::Signed> forms;
        std::optional<Instant> draftSavedAt;
    };
    void show(const CaseLens& lens, const Data& record, bool mayAssess);
    using QWidget::show;

signals:
    void assessRequested();

private:
    const Theme& m_theme;
};

/// The answers of a form in reading order: label and answer. Unanswered questions are left out.
QList<std::pair<QString, QString>> answersOf(const record::AssessmentForm& form, const InstrumentSet& instruments,
                                             Sex sex, std::optional<Need> column);

}  // namespace holdfast::ui
