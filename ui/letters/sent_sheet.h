// Records that a kept letter left: how, where to and when. Safe contact warns or refuses before anything is recorded.
#pragma once

#include "app/carers.h"
#include "letters/letter_side.h"
#include "widgets/dialog_sheet.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace holdfast::ui {

class Banner;
class Choice;
class DayEdit;
class Desk;
class FieldBox;
class GrowingText;

class SentSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// `service` is whom the letter goes to, when it goes to one; `carers` may be addressed, or get a copy of a letter to
    /// the person that says nothing they may not hear.
    SentSheet(Theme& theme, Desk& desk, const LetterSight& sight, std::optional<Service> service, QWidget& window,
              std::vector<app::CarerView> carers = {});

signals:
    void recorded(const holdfast::app::RecordOutcome& outcome);

private:
    void addCopies(QVBoxLayout& column);
    const app::CarerView* carer() const;
    void methodChanged();
    std::string usualAddress(LetterMethod method) const;
    LetterMethod method() const;
    std::optional<Instant> when() const;
    void record();
    void answered(const Result<app::RecordOutcome>& outcome);

    Desk& m_desk;
    LetterSight m_sight;
    std::optional<Service> m_service;
    std::vector<app::CarerView> m_carers;
    Choice* m_copy = nullptr;  ///< the addressee, or the carer who gets a copy
    CommandId m_command;
    Choice* m_method;
    FieldBox* m_addressBox;
    GrowingText* m_address;
    DayEdit* m_day;
    QLineEdit* m_time;
    FieldBox* m_dayBox;
    FieldBox* m_timeBox;
    Banner* m_stop;
    Banner* m_warn;
    QCheckBox* m_seen;
    Button* m_primary;
    QString m_offered;  ///< the address that was filled in, to be replaced when the method changes
    bool m_now = true;  ///< nobody has touched day or time
};

}  // namespace holdfast::ui
