#include "directory/place_fields.h"

#include "widgets/field_box.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString typedIn(const FieldBox* field)
{
    return static_cast<QLineEdit*>(field->editor())->text().simplified();
}

std::optional<int> degreesIn(FieldBox* field, const QString& example)
{
    const auto degrees = parseDegrees(typedIn(field).toStdString());
    if (!degrees)
        field->setError(Words::tr("Enter degrees with a point, like %1").arg(example));
    return degrees ? std::optional{*degrees} : std::nullopt;
}

}  // namespace

std::optional<MapPlace> readPlace(FieldBox* latitude, FieldBox* longitude, FieldBox* source)
{
    for (FieldBox* field : {latitude, longitude, source})
        field->setError({});
    if (typedIn(latitude).isEmpty() && typedIn(longitude).isEmpty() && typedIn(source).isEmpty())
        return std::nullopt;
    const auto north = degreesIn(latitude, QStringLiteral("51.7527"));
    const auto east = degreesIn(longitude, QStringLiteral("-0.3394"));
    if (typedIn(source).isEmpty())
        source->setError(Words::tr("Enter where these coordinates were looked up"));
    if (!north || !east || typedIn(source).isEmpty())
        return std::nullopt;
    auto place = MapPlace::make(*north, *east, typedIn(source).toStdString());
    if (place)
        return *std::move(place);
    if (place.error().where == "latitude")
        latitude->setError(Words::tr("A place in the United Kingdom lies between 49 and 61. Are the two swapped?"));
    else if (place.error().where == "longitude")
        longitude->setError(Words::tr("A place in the United Kingdom lies between -9 and 2. Is the minus there?"));
    else
        source->setError(Words::tr("Enter a shorter source"));
    return std::nullopt;
}

}  // namespace holdfast::ui
