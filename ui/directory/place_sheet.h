// One postcode district: where its middle lies and who says so. Add or edit.
#pragma once

#include "domain/place.h"
#include "widgets/dialog_sheet.h"

#include <optional>

class QLineEdit;

namespace holdfast::ui {

class Banner;
class Desk;
class FieldBox;

class PlaceSheet final : public DialogSheet {
    Q_OBJECT

public:
    /// Adds `outward` when there is no place yet; it may be empty.
    PlaceSheet(Desk& desk, const Theme& theme, const QString& outward, const std::optional<OutwardPlace>& place,
               QWidget& window);

signals:
    void saved(const QString& outward);

private:
    FieldBox* addField(const QString& name, const QString& label, const QString& hint, int limit);
    void save();
    void explain(const Error& error);

    Desk& m_desk;
    std::int64_t m_version = 0;
    Banner* m_problem;
    FieldBox* m_outward;
    FieldBox* m_latitude;
    FieldBox* m_longitude;
    FieldBox* m_source;
    Button* m_save;
};

}  // namespace holdfast::ui
