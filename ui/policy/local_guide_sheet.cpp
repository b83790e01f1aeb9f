#include "policy/local_guide_sheet.h"

#include "async/desk.h"
#include "domain/calendar.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace holdfast::ui {

LocalGuideSheet::LocalGuideSheet(Desk& desk, const Theme& theme, const std::vector<Service>& services,
                                 const LocalGuide* before, QWidget& window)
    : DialogSheet{theme, before == nullptr ? tr("Add a protocol or leaflet") : tr("New version"), 640, window},
      m_desk{desk},
      m_before{before == nullptr ? std::nullopt : std::optional{*before}},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("localGuideSheet"));
    if (m_before)
        setSubtitle(text(m_before->name), tr(", after version %1").arg(text(m_before->edition)));
    auto* column = new QVBoxLayout{body()};
    column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    column->setSpacing(theme.px(12));
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    buildFields(services);
    column->addStretch(1);
    fill();

    footer()->addStretch(1);
    connect(addCancel(tr("Cancel")), &Button::clicked, this, &LocalGuideSheet::reject);
    m_save = addPrimary(m_before ? tr("Add version") : tr("Add to the list"));
    m_save->setObjectName(QStringLiteral("saveLocalGuide"));
    connect(m_save, &Button::clicked, this, &LocalGuideSheet::save);
}

void LocalGuideSheet::buildFields(const std::vector<Service>& services)
{
    const auto line = [this](const QString& name, int longest) {
        auto* editor = new QLineEdit;
        editor->setObjectName(name);
        editor->setMaxLength(longest);
        connect(editor, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
        return editor;
    };
    const auto choice = [this](const QString& words, const QString& name) {
        auto* box = new Choice{words};
        box->setObjectName(name);
        connect(box, &Choice::activated, this, [this] { setUnsaved(true); });
        return box;
    };
    m_name = line(QStringLiteral("localGuideName"), 120);
    m_edition = line(QStringLiteral("localGuideEdition"), 60);
    m_kind = choice(tr("What it is"), QStringLiteral("localGuideKind"));
    m_kind->addChoice(tr("Protocol"), static_cast<int>(LocalGuideKind::protocol));
    m_kind->addChoice(tr("Leaflet"), static_cast<int>(LocalGuideKind::leaflet));
    m_from = new DayEdit{theme(), tr("In use from"), londonDate(m_desk.clock().now())};
    m_from->setObjectName(QStringLiteral("localGuideFrom"));
    connect(m_from, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    m_service = choice(tr("Whose it is"), QStringLiteral("localGuideService"));
    m_service->addChoice(tr("Every service"), QString{});
    for (const Service& service : services)
        if (service.active || (m_before && m_before->service == service.id))
            m_service->addChoice(text(service.name), text(service.id.text()));
    m_need = choice(tr("Which need it is about"), QStringLiteral("localGuideNeed"));
    for (const NeedScope scope : {NeedScope::both, NeedScope::mentalHealth, NeedScope::substanceUse})
        m_need->addChoice(words(scope), static_cast<int>(scope));

    m_nameField = new FieldBox{theme(), tr("Name"), m_name, tr("Like: Joint working protocol")};
    m_editionField = new FieldBox{theme(), tr("Version"), m_edition, tr("As printed on it: 3, or May 2026")};
    m_fromField =
        new FieldBox{theme(), tr("In use from"), m_from,
                     m_before ? tr("The version before is used until the day before") : tr("Day, month, year")};
    auto* fields = new QWidget;
    auto* grid = new ColumnsLayout{theme(), 260, 2, fields};
    for (FieldBox* field :
         {m_nameField, m_editionField, new FieldBox{theme(), tr("What it is"), m_kind}, m_fromField,
          new FieldBox{theme(), tr("Whose it is"), m_service, tr("It is offered when this service has refused")},
          new FieldBox{theme(), tr("Which need it is about"), m_need}})
        grid->addWidget(field);
    static_cast<QVBoxLayout*>(body()->layout())->addWidget(fields);
}

void LocalGuideSheet::fill()
{
    const LocalGuide start = m_before.value_or(LocalGuide{});
    setLine(*m_name, text(start.name));
    m_name->setReadOnly(m_before.has_value());
    m_name->setFocusPolicy(m_before ? Qt::ClickFocus : Qt::StrongFocus);
    m_kind->setValueQuietly(static_cast<int>(start.kind));
    m_from->setDayQuietly(londonDate(m_desk.clock().now()));
    m_service->setValueQuietly(start.service ? text(start.service->text()) : QString{});
    m_need->setValueQuietly(static_cast<int>(start.need));
}

void LocalGuideSheet::save()
{
    m_problem->hide();
    LocalGuide guide;
    guide.kind = static_cast<LocalGuideKind>(m_kind->value().toInt());
    guide.name = m_name->text().simplified().toStdString();
    guide.edition = m_edition->text().simplified().toStdString();
    if (const QString service = m_service->value().toString(); !service.isEmpty())
        guide.service = ServiceId{service.toStdString()};
    guide.need = static_cast<NeedScope>(m_need->value().toInt());
    const auto from = m_from->day();
    m_nameField->setError(guide.name.empty() ? tr("Enter its name") : QString{});
    m_editionField->setError(guide.edition.empty() ? tr("Enter its version, or the date printed on it") : QString{});
    m_fromField->setError(!from ? tr("Enter the first day it is used, like 27 Nov 2026")
                          : m_before && *from <= m_before->from
                              ? tr("Enter a day after %1, when the version before began").arg(editDay(m_before->from))
                              : QString{});
    if (FieldBox* wrong = firstWithError({m_nameField, m_editionField, m_fromField}))
        return wrong->editor()->setFocus();
    guide.from = *from;
    m_save->setBusy(true);
    m_desk.ask(
        this,
        [guide, replaces = m_before ? std::optional{m_before->id} : std::nullopt,
         command = m_command](UseCases& use, const app::Session& session) {
            return use.localGuides.add(session, guide, replaces, command);
        },
        [this](const Result<LocalGuide>& added) {
            m_save->setBusy(false);
            if (!added)
                return explain(added.error());
            setUnsaved(false);
            emit saved(*added);
            accept();
        });
}

void LocalGuideSheet::explain(const Error& error)
{
    const auto beside = [](FieldBox* field, const QString& problem) {
        field->setError(problem);
        field->editor()->setFocus();
    };
    if (error.code == ErrorCode::conflict && error.where == "edition")
        return beside(m_editionField, tr("This version is on the list already"));
    if (error.code == ErrorCode::invalid && error.where == "from")
        return beside(m_fromField, tr("Enter a day at most a year ahead, and not further back than fifty"));
    if (error.code == ErrorCode::invalid && error.where == "name")
        return beside(m_nameField, tr("Shorten the name"));
    if (error.code == ErrorCode::invalid && error.where == "edition")
        return beside(m_editionField, tr("Shorten the version"));
    m_problem->setText(error.code == ErrorCode::conflict ? tr("Somebody changed the list while you were typing.")
                                                         : words(error));
    m_problem->show();
}

}  // namespace holdfast::ui
