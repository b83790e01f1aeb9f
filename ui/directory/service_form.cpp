#include "directory/service_form.h"

#include "base/text.h"
#include "directory/place_fields.h"
#include "domain/opening_hours.h"
#include "domain/postcode.h"
#include "theme/theme.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int shortLimit = 200;
constexpr int longLimit = 2000;
constexpr std::array takenSeverities{Severity::mild, Severity::moderate, Severity::severe};

QStringList parts(const QString& text, QChar separator)
{
    QStringList list;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts))
        if (const QString tidy = part.simplified(); !tidy.isEmpty())
            list.append(tidy);
    return list;
}

QString joined(const std::vector<std::string>& list, const QString& separator)
{
    QStringList all;
    for (const std::string& each : list)
        all.append(text(each));
    return all.join(separator);
}

QVariant asVariant(const std::optional<bool>& answer)
{
    return answer ? QVariant{*answer ? 1 : 0} : QVariant{-1};
}

std::optional<bool> asAnswer(const Choice* choice)
{
    const int value = choice->value().toInt();
    return value < 0 ? std::nullopt : std::optional{value == 1};
}

QString asText(const std::optional<int>& number)
{
    return number ? QString::number(*number) : QString{};
}

QWidget* sideBySide(std::initializer_list<QWidget*> widgets)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : widgets)
        row->addWidget(each);
    row->addStretch(1);
    return box;
}

}  // namespace

ServiceForm::ServiceForm(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    column->addWidget(buildWho());
    column->addWidget(strongLabel(tr("Where and when"), Type::h3));
    column->addWidget(buildWhere());
    column->addWidget(strongLabel(tr("What helps it fit"), Type::h3));
    column->addWidget(buildFit());
    column->addWidget(strongLabel(tr("How to reach it"), Type::h3));
    column->addWidget(buildReach());
}

FieldBox* ServiceForm::addField(QGridLayout& grid, int row, int column, int span, const QString& label, QWidget* editor,
                                const QString& hint)
{
    auto* field = new FieldBox{m_theme, label, editor, hint};
    m_fields.append(field);
    grid.addWidget(field, row, column, 1, span, Qt::AlignTop);
    return field;
}

QLineEdit* ServiceForm::line(const QString& objectName, int limit)
{
    auto* editor = new QLineEdit;
    editor->setObjectName(objectName);
    editor->setMaxLength(limit);
    connect(editor, &QLineEdit::textEdited, this, &ServiceForm::edited);
    return editor;
}

Choice* ServiceForm::answer(const QString& name)
{
    auto* choice = new Choice{name};
    choice->addChoice(tr("Not recorded"), -1);
    choice->addChoice(tr("Yes"), 1);
    choice->addChoice(tr("No"), 0);
    connect(choice, &Choice::activated, this, &ServiceForm::edited);
    return choice;
}

QGridLayout* ServiceForm::threeColumns()
{
    auto* grid = new QGridLayout{new QWidget};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(12));
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    return grid;
}

QWidget* ServiceForm::buildWho()
{
    QGridLayout* grid = threeColumns();
    m_name = line(QStringLiteral("serviceNameEdit"), shortLimit);
    m_nameField = addField(*grid, 0, 0, 2, tr("Name"), m_name);
    m_kind = new Choice{tr("Kind of service")};
    m_kind->setObjectName(QStringLiteral("serviceKindChoice"));
    for (std::size_t i = 0; i < Names<ServiceKind>::list.size(); ++i)
        m_kind->addChoice(words(static_cast<ServiceKind>(i)), static_cast<int>(i));
    connect(m_kind, &Choice::activated, this, &ServiceForm::edited);
    addField(*grid, 0, 2, 1, tr("Kind"), m_kind);

    m_mentalHealth = new QCheckBox{words(Need::mentalHealth)};
    m_mentalHealth->setObjectName(QStringLiteral("mentalHealthCheck"));
    m_substanceUse = new QCheckBox{words(Need::substanceUse)};
    m_substanceUse->setObjectName(QStringLiteral("substanceUseCheck"));
    m_needsField = addField(*grid, 1, 0, 2, tr("Needs it sees"), sideBySide({m_mentalHealth, m_substanceUse}));
    m_active = new QCheckBox{tr("Takes referrals now")};
    m_active->setObjectName(QStringLiteral("activeCheck"));
    addField(*grid, 1, 2, 1, tr("Open or closed"), sideBySide({m_active}));
    for (QCheckBox* check : {m_mentalHealth, m_substanceUse, m_active})
        connect(check, &QCheckBox::clicked, this, &ServiceForm::edited);
    return grid->parentWidget();
}

QWidget* ServiceForm::buildWhere()
{
    QGridLayout* grid = threeColumns();
    m_minAge = line(QStringLiteral("minAgeEdit"), 3);
    m_minAgeField = addField(*grid, 0, 0, 1, tr("Youngest age"), m_minAge);
    m_maxAge = line(QStringLiteral("maxAgeEdit"), 3);
    m_maxAgeField = addField(*grid, 0, 1, 1, tr("Until the birthday"), m_maxAge, tr("18 means until they turn 18"));
    m_wait = line(QStringLiteral("waitEdit"), 4);
    m_waitField = addField(*grid, 0, 2, 1, tr("Wait now, in days"), m_wait);
    m_areas = line(QStringLiteral("areasEdit"), shortLimit);
    addField(*grid, 1, 0, 2, tr("Areas"), m_areas, tr("Starts of postcodes with commas: SG, AL1"));
    m_postcode = line(QStringLiteral("servicePostcodeEdit"), 10);
    m_postcodeField = addField(*grid, 1, 2, 1, tr("Its own postcode"), m_postcode);
    m_latitude = line(QStringLiteral("latitudeEdit"), 14);
    m_latitudeField = addField(*grid, 2, 0, 1, tr("Latitude"), m_latitude, tr("Degrees with a point: 51.7527"));
    m_longitude = line(QStringLiteral("longitudeEdit"), 14);
    m_longitudeField = addField(*grid, 2, 1, 1, tr("Longitude"), m_longitude, tr("West is minus: -0.3394"));
    m_source = line(QStringLiteral("coordinatesSourceEdit"), shortLimit);
    m_sourceField = addField(*grid, 2, 2, 1, tr("Source of the coordinates"), m_source,
                             tr("Where they were looked up, and when. Distances start here"));
    m_hours = line(QStringLiteral("hoursEdit"), shortLimit);
    m_hoursField = addField(*grid, 3, 0, 3, tr("Opening hours"), m_hours,
                            tr("With semicolons: mon-fri 09:00-17:00; wed 17:00-20:00"));
    return grid->parentWidget();
}

QWidget* ServiceForm::buildFit()
{
    QGridLayout* grid = threeColumns();
    m_concurrent = answer(tr("Sees people who use alcohol or drugs now"));
    m_concurrent->setObjectName(QStringLiteral("concurrentChoice"));
    addField(*grid, 0, 0, 1, tr("Sees people who use now"), m_concurrent);
    m_oneToOne = answer(tr("Offers one-to-one"));
    addField(*grid, 0, 1, 1, tr("One-to-one"), m_oneToOne);
    m_group = answer(tr("Offers groups"));
    addField(*grid, 0, 2, 1, tr("Groups"), m_group);
    m_inPerson = answer(tr("Offers visits in person"));
    addField(*grid, 1, 0, 1, tr("In person"), m_inPerson);
    m_remote = answer(tr("Offers phone or video"));
    addField(*grid, 1, 1, 1, tr("Phone or video"), m_remote);
    m_travel = answer(tr("Helps with travel cost"));
    addField(*grid, 1, 2, 1, tr("Helps with travel cost"), m_travel);
    m_stepFree = answer(tr("Has step-free access"));
    addField(*grid, 2, 0, 1, tr("Step-free"), m_stepFree);
    m_lived = answer(tr("Has workers or peers with lived experience"));
    addField(*grid, 2, 1, 1, tr("Workers or peers with lived experience"), m_lived);
    m_family = answer(tr("Offers something to family or carers"));
    m_family->setObjectName(QStringLiteral("familyChoice"));
    addField(*grid, 2, 2, 1, tr("Something for family or carers"), m_family);
    m_languages = line(QStringLiteral("languagesEdit"), shortLimit);
    addField(*grid, 3, 0, 1, tr("Languages"), m_languages, tr("With commas"));
    for (std::size_t i = 0; i < takenSeverities.size(); ++i) {
        m_severities[i] = new QCheckBox{words(takenSeverities[i])};
        connect(m_severities[i], &QCheckBox::clicked, this, &ServiceForm::edited);
    }
    addField(*grid, 3, 1, 2, tr("Severities it takes"), sideBySide({m_severities[0], m_severities[1], m_severities[2]}),
             tr("None ticked means not recorded"));
    return grid->parentWidget();
}

QWidget* ServiceForm::buildReach()
{
    QGridLayout* grid = threeColumns();
    m_phone = line(QStringLiteral("phoneEdit"), 40);
    addField(*grid, 0, 0, 1, tr("Phone"), m_phone);
    m_email = line(QStringLiteral("emailEdit"), shortLimit);
    addField(*grid, 0, 1, 1, tr("Email"), m_email);
    m_website = line(QStringLiteral("websiteEdit"), shortLimit);
    addField(*grid, 0, 2, 1, tr("Website"), m_website);
    m_address = new GrowingText{m_theme, tr("Address"), 2, 4};
    addField(*grid, 1, 0, 2, tr("Address"), m_address);
    m_ods = line(QStringLiteral("odsEdit"), 12);
    addField(*grid, 1, 2, 1, tr("ODS code"), m_ods, tr("If it has one"));
    m_notes = new GrowingText{m_theme, tr("Notes"), 2, 6};
    addField(*grid, 2, 0, 3, tr("Good to know"), m_notes, tr("Whom to ask for, how they like to be asked"));
    for (GrowingText* each : {m_address, m_notes})
        connect(each, &QPlainTextEdit::textChanged, this, &ServiceForm::edited);
    return grid->parentWidget();
}

void ServiceForm::setService(const Service& service)
{
    const QSignalBlocker quiet{this};
    m_base = service;
    setLine(*m_name, text(service.name));
    m_kind->setValueQuietly(static_cast<int>(service.kind));
    const auto sees = [&](Need need) { return std::ranges::find(service.needs, need) != service.needs.end(); };
    m_mentalHealth->setChecked(sees(Need::mentalHealth));
    m_substanceUse->setChecked(sees(Need::substanceUse));
    m_active->setChecked(service.active);
    setLine(*m_minAge, asText(service.minAge));
    setLine(*m_maxAge, asText(service.maxAge));
    setLine(*m_wait, asText(service.waitDays));
    setLine(*m_areas, joined(service.areas, QStringLiteral(", ")));
    setLine(*m_postcode, text(service.postcode.value_or("")));
    setLine(*m_latitude, service.place ? text(formatDegrees(service.place->latitude())) : QString{});
    setLine(*m_longitude, service.place ? text(formatDegrees(service.place->longitude())) : QString{});
    setLine(*m_source, service.place ? text(service.place->source()) : QString{});
    std::vector<std::string> hours;
    for (const OpeningHours& each : service.hours)
        hours.push_back(formatOpeningHours(each));
    setLine(*m_hours, joined(hours, QStringLiteral("; ")));
    m_concurrent->setValueQuietly(asVariant(service.acceptsConcurrentUse));
    m_oneToOne->setValueQuietly(asVariant(service.offersOneToOne));
    m_group->setValueQuietly(asVariant(service.offersGroup));
    m_inPerson->setValueQuietly(asVariant(service.offersInPerson));
    m_remote->setValueQuietly(asVariant(service.offersRemote));
    m_travel->setValueQuietly(asVariant(service.helpsWithTravelCost));
    m_stepFree->setValueQuietly(asVariant(service.stepFreeAccess));
    m_lived->setValueQuietly(asVariant(service.workersWithLivedExperience));
    m_family->setValueQuietly(asVariant(service.offersFamilyOrCarers));
    setLine(*m_languages, joined(service.languages, QStringLiteral(", ")));
    for (std::size_t i = 0; i < takenSeverities.size(); ++i)
        m_severities[i]->setChecked(std::ranges::find(service.severities, takenSeverities[i]) !=
                                    service.severities.end());
    setLine(*m_phone, text(service.phone));
    setLine(*m_email, text(service.email));
    setLine(*m_website, text(service.website));
    m_address->setPlainText(text(service.address));
    setLine(*m_ods, text(service.odsCode));
    m_notes->setPlainText(text(service.notes));
    clearErrors();
}

std::optional<int> ServiceForm::number(QLineEdit* editor, FieldBox* field, int largest)
{
    const QString typed = editor->text().trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int value = typed.toInt(&isNumber);
    if (!isNumber || value < 0 || value > largest)
        field->setError(tr("Enter a number from 0 to %1").arg(largest));
    return value;
}

std::vector<OpeningHours> ServiceForm::readHours()
{
    std::vector<OpeningHours> hours;
    for (const QString& part : parts(m_hours->text().toLower(), QLatin1Char(';'))) {
        const auto read = parseOpeningHours(part.toStdString());
        if (read)
            hours.push_back(*read);
        else
            m_hoursField->setError(tr("Write it like mon-fri 09:00-17:00"));
    }
    return hours;
}

void ServiceForm::setMayPlace(bool may)
{
    for (QLineEdit* editor : {m_latitude, m_longitude, m_source})
        editor->setReadOnly(!may);
    if (!may)
        m_sourceField->setHint(tr("A supervisor or an administrator enters the coordinates"));
}

void ServiceForm::clearErrors()
{
    for (FieldBox* field : m_fields)
        field->setError({});
}

std::optional<Service> ServiceForm::service()
{
    clearErrors();
    Service service = m_base;
    service.name = m_name->text().simplified().toStdString();
    if (service.name.empty())
        m_nameField->setError(tr("Enter the name of the service"));
    service.kind = static_cast<ServiceKind>(m_kind->value().toInt());
    service.needs.clear();
    if (m_mentalHealth->isChecked())
        service.needs.push_back(Need::mentalHealth);
    if (m_substanceUse->isChecked())
        service.needs.push_back(Need::substanceUse);
    if (service.needs.empty())
        m_needsField->setError(tr("Choose at least one need"));
    service.active = m_active->isChecked();

    service.minAge = number(m_minAge, m_minAgeField, 120);
    service.maxAge = number(m_maxAge, m_maxAgeField, 120);
    if (service.minAge && service.maxAge && *service.maxAge <= *service.minAge)
        m_maxAgeField->setError(tr("Enter an age above the youngest"));
    service.waitDays = number(m_wait, m_waitField, 3650);
    service.areas = strings(parts(m_areas->text().toUpper(), QLatin1Char(',')));
    service.hours = readHours();
    service.postcode.reset();
    if (const QString typed = m_postcode->text().trimmed(); !typed.isEmpty()) {
        const auto postcode = Postcode::parse(typed.toStdString());
        if (postcode)
            service.postcode = postcode->text();
        else
            m_postcodeField->setError(tr("Check this postcode"));
    }

    service.place = readPlace(m_latitudeField, m_longitudeField, m_sourceField);
    service.acceptsConcurrentUse = asAnswer(m_concurrent);
    service.offersOneToOne = asAnswer(m_oneToOne);
    service.offersGroup = asAnswer(m_group);
    service.offersInPerson = asAnswer(m_inPerson);
    service.offersRemote = asAnswer(m_remote);
    service.helpsWithTravelCost = asAnswer(m_travel);
    service.stepFreeAccess = asAnswer(m_stepFree);
    service.workersWithLivedExperience = asAnswer(m_lived);
    service.offersFamilyOrCarers = asAnswer(m_family);
    service.languages = strings(parts(m_languages->text(), QLatin1Char(',')));
    service.severities.clear();
    for (std::size_t i = 0; i < takenSeverities.size(); ++i)
        if (m_severities[i]->isChecked())
            service.severities.push_back(takenSeverities[i]);

    service.phone = m_phone->text().simplified().toStdString();
    service.email = m_email->text().simplified().toStdString();
    service.website = m_website->text().simplified().toStdString();
    service.address = m_address->toPlainText().left(longLimit).toStdString();
    service.odsCode = m_ods->text().simplified().toStdString();
    service.notes = m_notes->toPlainText().left(longLimit).toStdString();

    if (FieldBox* wrong = firstWithError(m_fields)) {
        wrong->editor()->setFocus();
        return std::nullopt;
    }
    return service;
}

void ServiceForm::showError(const std::string& field, const QString& error)
{
    FieldBox* box = field == "postcode"      ? m_postcodeField
                    : field == "hours"       ? m_hoursField
                    : field == "edit_places" ? m_sourceField
                                             : m_nameField;
    box->setError(error);
    box->editor()->setFocus();
}

}  // namespace holdfast::ui
