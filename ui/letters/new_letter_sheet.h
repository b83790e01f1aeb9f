// Which letter: its kind, whom it goes to, which reply it answers, its form, and for a carer what was agreed.
#pragma once

#include "app/carers.h"
#include "letters/compose.h"
#include "widgets/dialog_sheet.h"

#include <vector>

class QVBoxLayout;

namespace holdfast::ui {

class Choice;
class FieldBox;

class NewLetterSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `carers` of the person; a letter to one says what the person agreed to, and that is shown here.
    NewLetterSheet(const Theme& theme, app::CaseFile file, std::vector<Service> services, QWidget& window,
                   std::vector<app::CarerView> carers = {});

    /// What would be written now; nothing while something is missing.
    std::optional<letters::Request> request() const;

signals:
    void chosen(const holdfast::letters::Request& request);

private:
    letters::LetterKind kind() const;
    void addCarer(QVBoxLayout& column);
    void carerChanged();
    void kindChanged();
    void fillServices();
    void fillReplies();
    void accepted();

    app::CaseFile m_file;
    std::vector<Service> m_services;
    Choice* m_kind;
    Choice* m_service;
    Choice* m_reply;
    Choice* m_variant;
    FieldBox* m_kindBox;
    FieldBox* m_serviceBox;
    FieldBox* m_replyBox;
    std::vector<app::CarerView> m_carers;
    QWidget* m_carer;
    Choice* m_carerChoice;
    FieldBox* m_carerBox;
    class QVBoxLayout* m_topics;
};

}  // namespace holdfast::ui
