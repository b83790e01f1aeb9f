// Adds a protocol or leaflet of the team's own, or the next version of one.
#pragma once

#include "domain/local_guide.h"
#include "domain/service.h"
#include "widgets/dialog_sheet.h"

#include <optional>
#include <vector>

class QLineEdit;

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class Choice;
class DayEdit;
class Desk;
class FieldBox;

class LocalGuideSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// With `before` it is the next version of that one, which is used until the day before.
    LocalGuideSheet(Desk& desk, const Theme& theme, const std::vector<Service>& services, const LocalGuide* before,
                    QWidget& window);

signals:
    void saved(const holdfast::LocalGuide& guide);

private:
    void buildFields(const std::vector<Service>& services);
    void fill();
    void save();
    void explain(const Error& error);

    Desk& m_desk;
    std::optional<LocalGuide> m_before;
    CommandId m_command;
    Choice* m_kind = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_edition = nullptr;
    DayEdit* m_from = nullptr;
    Choice* m_service = nullptr;
    Choice* m_need = nullptr;
    FieldBox* m_nameField = nullptr;
    FieldBox* m_editionField = nullptr;
    FieldBox* m_fromField = nullptr;
    Banner* m_problem;
    Button* m_save;
};

}  // namespace holdfast::ui
