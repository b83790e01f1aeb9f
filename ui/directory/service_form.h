// The fields of one service: turns a Service into editors and back, and says what has to be put right.
#pragma once

#include "domain/service.h"

#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace holdfast::ui {

class Choice;
class FieldBox;
class GrowingText;
class Theme;

class ServiceForm final : public QWidget {
    Q_OBJECT

public:
    explicit ServiceForm(const Theme& theme, QWidget* parent = nullptr);

    void setService(const Service& service);
    /// The service as typed; nothing when a field has to be put right first, and the focus moves there.
    std::optional<Service> service();
    /// Whether the coordinates may be typed; they are always shown.
    void setMayPlace(bool may);
    /// Marks the field that the use case complained about.
    void showError(const std::string& field, const QString& error);

signals:
    void edited();

private:
    FieldBox* addField(QGridLayout& grid, int row, int column, int span, const QString& label, QWidget* editor,
                       const QString& hint = {});
    QGridLayout* threeColumns();
    QWidget* buildWho();
    QWidget* buildWhere();
    QWidget* buildFit();
    QWidget* buildReach();
    QLineEdit* line(const QString& objectName, int limit);
    Choice* answer(const QString& name);
    std::optional<int> number(QLineEdit* editor, FieldBox* field, int largest);
    std::vector<OpeningHours> readHours();
    void clearErrors();

    const Theme& m_theme;
    Service m_base;  ///< what the form started from: id, version and what it does not show
    QList<FieldBox*> m_fields;
    QLineEdit* m_name = nullptr;
    Choice* m_kind = nullptr;
    QCheckBox* m_mentalHealth = nullptr;
    QCheckBox* m_substanceUse = nullptr;
    QCheckBox* m_active = nullptr;
    QLineEdit* m_minAge = nullptr;
    QLineEdit* m_maxAge = nullptr;
    QLineEdit* m_areas = nullptr;
    QLineEdit* m_postcode = nullptr;
    QLineEdit* m_latitude = nullptr;
    QLineEdit* m_longitude = nullptr;
    QLineEdit* m_source = nullptr;
    QLineEdit* m_hours = nullptr;
    QLineEdit* m_wait = nullptr;
    QLineEdit* m_languages = nullptr;
    Choice* m_concurrent = nullptr;
    Choice* m_travel = nullptr;
    Choice* m_stepFree = nullptr;
    Choice* m_group = nullptr;
    Choice* m_oneToOne = nullptr;
    Choice* m_remote = nullptr;
    Choice* m_inPerson = nullptr;
    Choice* m_lived = nullptr;
    Choice* m_family = nullptr;
    std::array<QCheckBox*, 3> m_severities{};
    QLineEdit* m_phone = nullptr;
    QLineEdit* m_email = nullptr;
    QLineEdit* m_website = nullptr;
    QLineEdit* m_ods = nullptr;
    GrowingText* m_address = nullptr;
    GrowingText* m_notes = nullptr;
    FieldBox* m_nameField = nullptr;
    FieldBox* m_needsField = nullptr;
    FieldBox* m_minAgeField = nullptr;
    FieldBox* m_maxAgeField = nullptr;
    FieldBox* m_hoursField = nullptr;
    FieldBox* m_waitField = nullptr;
    FieldBox* m_postcodeField = nullptr;
    FieldBox* m_latitudeField = nullptr;
    FieldBox* m_longitudeField = nullptr;
    FieldBox* m_sourceField = nullptr;
};

}  // namespace holdfast::ui
