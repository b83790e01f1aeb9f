#include "directory/place_sheet.h"

#include "async/desk.h"
#include "directory/place_fields.h"
#include "domain/postcode.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace holdfast::ui {

PlaceSheet::PlaceSheet(Desk& desk, const Theme& theme, const QString& outward, const std::optional<OutwardPlace>& place,
                       QWidget& window)
    : DialogSheet{theme, place ? tr("Edit a postcode district") : tr("Add a postcode district"), 640, window},
      m_desk{desk},
      m_version{place ? place->version : 0}
{
    setObjectName(QStringLiteral("placeSheet"));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    column->setSpacing(theme.px(12));
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    auto* fields = new QWidget;
    auto* grid = new ColumnsLayout{theme, 260, 2, fields};
    m_outward = addField(QStringLiteral("outwardEdit"), tr("First half of the postcode"), tr("Like AL1"), 6);
    m_source = addField(QStringLiteral("placeSourceEdit"), tr("Source"), tr("Where you looked it up, and when"), 200);
    m_latitude = addField(QStringLiteral("placeLatitudeEdit"), tr("Latitude of its middle"),
                          tr("Degrees with a point: 51.7527"), 14);
    m_longitude =
        addField(QStringLiteral("placeLongitudeEdit"), tr("Longitude of its middle"), tr("West is minus: -0.3394"), 14);
    for (FieldBox* field : {m_outward, m_source, m_latitude, m_longitude})
        grid->addWidget(field);
    column->addWidget(fields);
    column->addStretch(1);

    setLine(*static_cast<QLineEdit*>(m_outward->editor()), place ? text(place->outward) : outward);
    static_cast<QLineEdit*>(m_outward->editor())->setReadOnly(place.has_value());
    if (place) {
        setLine(*static_cast<QLineEdit*>(m_latitude->editor()), text(formatDegrees(place->place.latitude())));
        setLine(*static_cast<QLineEdit*>(m_longitude->editor()), text(formatDegrees(place->place.longitude())));
        setLine(*static_cast<QLineEdit*>(m_source->editor()), text(place->place.source()));
    }

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &PlaceSheet::reject);
    m_save = addPrimary(tr("Save"));
    m_save->setObjectName(QStringLiteral("savePlaceButton"));
    connect(m_save, &Button::clicked, this, &PlaceSheet::save);
}

FieldBox* PlaceSheet::addField(const QString& name, const QString& label, const QString& hint, int limit)
{
    auto* editor = new QLineEdit;
    editor->setObjectName(name);
    editor->setMaxLength(limit);
    connect(editor, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    return new FieldBox{theme(), label, editor, hint};
}

void PlaceSheet::save()
{
    const auto outward = parseOutward(static_cast<QLineEdit*>(m_outward->editor())->text().toStdString());
    m_outward->setError(outward ? QString{} : tr("Enter the first half of a postcode, like AL1"));
    const auto place = readPlace(m_latitude, m_longitude, m_source);
    if (!place && !m_latitude->hasError() && !m_longitude->hasError() && !m_source->hasError())
        m_latitude->setError(tr("Enter where the middle of the district lies"));
    if (FieldBox* wrong = firstWithError({m_outward, m_latitude, m_longitude, m_source}))
        return wrong->editor()->setFocus();
    m_save->setBusy(true);
    m_desk.ask(
        this,
        [typed = OutwardPlace{*outward, *place, m_version}](UseCases& use, const app::Session& session) {
            return use.travel.save(session, typed);
        },
        [this](const Result<OutwardPlace>& done) {
            m_save->setBusy(false);
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit saved(text(done->outward));
            accept();
        });
}

void PlaceSheet::explain(const Error& error)
{
    if (error.code == ErrorCode::conflict && error.where == "outward") {
        m_outward->setError(tr("This district is in the list already. Edit it there."));
        return m_outward->editor()->setFocus();
    }
    const bool stale = error.code == ErrorCode::conflict;
    m_problem->setText(stale ? tr("Somebody changed this district while you were typing.") : words(error),
                       stale ? tr(" Close this and open it again to start from theirs.") : QString{});
    m_problem->show();
}

}  // namespace holdfast::ui
