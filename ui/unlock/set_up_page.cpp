#include "unlock/set_up_page.h"

#include "theme/theme.h"
#include "unlock/passphrase_edit.h"
#include "unlock/start_tile.h"
#include "unlock/strength_meter.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QGridLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

QVBoxLayout* columnIn(QWidget* box, const Theme& theme)
{
    auto* column = new QVBoxLayout{box};
    const int pad = theme.px(24);
    column->setContentsMargins(pad, pad, pad, theme.px(20));
    column->setSpacing(theme.px(14));
    return column;
}

QWidget* withButton(QLineEdit* editor, QPushButton* button, const Theme& theme)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    row->addWidget(editor, 1);
    row->addWidget(button);
    box->setFocusProxy(editor);
    return box;
}

}  // namespace

SetUpPage::SetUpPage(const Theme& theme, const QString& location, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(16));
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(plainLabel(tr("Set up Holdfast on this computer"), Type::h1));
    titles->addWidget(
        plainLabel(tr("Everything stays in one encrypted file that you control. No cloud."), Type::body, Color::ink2));
    column->addLayout(titles);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(buildChoices());
    m_forms = new QStackedWidget;
    m_forms->addWidget(buildCreate(location));
    m_forms->addWidget(buildOpen());
    m_forms->addWidget(buildPractice());
    column->addWidget(m_forms);
    connect(m_choices, &QButtonGroup::idClicked, m_forms, &QStackedWidget::setCurrentIndex);
}

QWidget* SetUpPage::buildChoices()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(12));
    m_choices = new QButtonGroup{this};
    m_choices->setExclusive(true);
    const auto add = [&](int id, const QString& title, const QString& icon, const QString& detail) {
        auto* tile = new StartTile{m_theme, title, icon, detail};
        tile->setChecked(id == 0);
        m_choices->addButton(tile, id);
        row->addWidget(tile, 1);
    };
    add(0, tr("Create a new store"), QStringLiteral("plus"), tr("For a team starting out"));
    add(1, tr("Open a store"), QStringLiteral("folder"), tr("You have a .holdfast file"));
    add(2, tr("Look at the demo"), QStringLiteral("play"), tr("60 made-up people"));
    return box;
}

QWidget* SetUpPage::buildCreate(const QString& location)
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(14));

    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("workerNameEdit"));
    m_name->setMaxLength(120);
    m_nameField = new FieldBox{m_theme, tr("Your name"), m_name};
    grid->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    m_role = new Choice{tr("Your role")};
    m_role->setObjectName(QStringLiteral("workerRoleChoice"));
    for (const auto role : {holdfast::Role::keyworker, holdfast::Role::coordinator, holdfast::Role::supervisor,
                            holdfast::Role::administrator})
        m_role->addChoice(words(role), static_cast<int>(role));
    m_role->setValueQuietly(static_cast<int>(holdfast::Role::administrator));
    grid->addWidget(new FieldBox{m_theme, tr("Your role"), m_role, tr("An administrator can add the others")}, 0, 1,
                    Qt::AlignTop);
    m_service = new QLineEdit;
    m_service->setObjectName(QStringLiteral("workerServiceEdit"));
    m_service->setMaxLength(200);
    m_serviceField = new FieldBox{m_theme, tr("Your service"), m_service, tr("As people know it")};
    grid->addWidget(m_serviceField, 1, 0, Qt::AlignTop);
    m_user = new QLineEdit;
    m_user->setObjectName(QStringLiteral("userEdit"));
    m_user->setMaxLength(40);
    m_userField = new FieldBox{m_theme, tr("Your sign-in name"), m_user, tr("Small letters, digits, dots")};
    grid->addWidget(m_userField, 1, 1, Qt::AlignTop);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
        if (!m_user->isModified())
            m_user->setText(name.trimmed().isEmpty() ? QString{} : ui::text(app::suggestedUser(name.toStdString())));
    });

    m_location = new QLineEdit;
    setLine(*m_location, location);
    m_location->setObjectName(QStringLiteral("storeLocationEdit"));
    auto* choose = new Button{m_theme, tr("Choose folder")};
    connect(choose, &Button::clicked, this, &SetUpPage::chooseFolder);
    m_locationField = new FieldBox{m_theme, tr("Where to keep the store"), withButton(m_location, choose, m_theme)};
    grid->addWidget(m_locationField, 2, 0, 1, 2);

    m_passphrase = new PassphraseEdit{m_theme, tr("Passphrase")};
    m_passphrase->setObjectName(QStringLiteral("passphraseEdit"));
    m_again = new PassphraseEdit{m_theme, tr("Type the passphrase again")};
    m_again->setObjectName(QStringLiteral("passphraseAgainEdit"));
    m_passphraseField =
        new FieldBox{m_theme, tr("Passphrase"), m_passphrase, tr("12 characters or more. Four words work well.")};
    m_againField = new FieldBox{m_theme, tr("Type it again"), m_again};
    m_meter = new StrengthMeter{m_theme};
    auto* secret = new QVBoxLayout;
    secret->setSpacing(m_theme.px(6));
    secret->addWidget(m_passphraseField);
    secret->addWidget(m_meter);
    grid->addLayout(secret, 3, 0);
    grid->addWidget(m_againField, 3, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    connect(m_passphrase, &QLineEdit::textChanged, this, &SetUpPage::showStrength);
    connect(m_again, &QLineEdit::textChanged, this, &SetUpPage::showMatch);

    auto* warning = new Banner{m_theme, Banner::Kind::caution};
    warning->setIconName(QStringLiteral("key"));
    warning->setText(tr("Nobody can reset a lost passphrase."),
                     tr(" You will get a recovery key to print next. Keep it in your service's safe."));
    column->addWidget(warning);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_create =
        new Button{m_theme, tr("Create store and show the recovery key"), ButtonKind::primary, {}, ButtonSize::dialog};
    m_create->setObjectName(QStringLiteral("createStoreButton"));
    connect(m_create, &Button::clicked, this, &SetUpPage::create);
    buttons->addWidget(m_create);
    column->addLayout(buttons);
    return card;
}

QWidget* SetUpPage::buildOpen()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme);
    m_openLocation = new QLineEdit;
    m_openLocation->setObjectName(QStringLiteral("openLocationEdit"));
    auto* choose = new Button{m_theme, tr("Choose file")};
    connect(choose, &Button::clicked, this, &SetUpPage::chooseStore);
    m_openField = new FieldBox{m_theme, tr("The store"), withButton(m_openLocation, choose, m_theme),
                               tr("A .holdfast file, or postgresql:// and the name of your team's server")};
    column->addWidget(m_openField);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto* open = new Button{m_theme, tr("Open store"), ButtonKind::primary, {}, ButtonSize::dialog};
    open->setObjectName(QStringLiteral("openStoreButton"));
    connect(open, &Button::clicked, this, [this] {
        const QString location = m_openLocation->text().trimmed();
        m_openField->setError(location.isEmpty() ? tr("Choose the file of the store") : QString{});
        if (!location.isEmpty())
            emit openRequested(location);
    });
    buttons->addWidget(open);
    column->addLayout(buttons);
    column->addStretch(1);
    return card;
}

QWidget* SetUpPage::buildPractice()
{
    auto* card = new Card{m_theme};
    auto* column = columnIn(card, m_theme);
    auto* text = new RunLabel{m_theme, Type::body};
    text->setText(tr(
        "Sixty people, their workers and services, all made up. Try everything: nothing you do here reaches anybody. "
        "The practice store is not encrypted and says so on screen."));
    column->addWidget(text);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto* look =
        new Button{m_theme, tr("Look at the demo"), ButtonKind::primary, QStringLiteral("play"), ButtonSize::dialog};
    look->setObjectName(QStringLiteral("practiceButton"));
    connect(look, &Button::clicked, this, &SetUpPage::practiceRequested);
    buttons->addWidget(look);
    column->addLayout(buttons);
    column->addStretch(1);
    return card;
}

void SetUpPage::showStrength()
{
    const std::string typed = m_passphrase->text().toStdString();
    m_meter->setStrength(app::strengthOf(typed), typed.empty());
    m_passphraseField->setError({});
    showMatch();
}

void SetUpPage::showMatch()
{
    const bool differs = !m_again->text().isEmpty() && m_again->text() != m_passphrase->text();
    m_againField->setError(differs ? tr("The two do not match yet") : QString{});
}

void SetUpPage::create()
{
    m_problem->hide();
    m_nameField->setError(m_name->text().simplified().isEmpty() ? tr("Enter your name") : QString{});
    const auto user = app::checkedUser(m_user->text().trimmed().toStdString());
    m_userField->setError(user ? QString{} : tr("Use 2 to 40 small letters, digits, dots or dashes"));
    m_serviceField->setError(m_service->text().simplified().isEmpty() ? tr("Enter the name of your service")
                                                                      : QString{});
    m_locationField->setError(m_location->text().trimmed().isEmpty() ? tr("Choose where to keep the store")
                                                                     : QString{});
    const auto strength = app::strengthOf(m_passphrase->text().toStdString());
    m_passphraseField->setError(!strength.longEnough ? tr("Use 12 characters or more")
                                : strength.score < 2 ? tr("Choose one that is harder to guess")
                                                     : QString{});
    m_againField->setError(m_again->text() != m_passphrase->text() ? tr("Type the same passphrase again") : QString{});
    if (FieldBox* wrong = firstWithError(
            {m_nameField, m_serviceField, m_userField, m_locationField, m_passphraseField, m_againField}))
        return wrong->editor()->setFocus();
    SetUpInput input{m_location->text().trimmed(),
                     m_name->text().simplified(),
                     static_cast<holdfast::Role>(m_role->value().toInt()),
                     m_service->text().simplified(),
                     *user,
                     m_passphrase->take()};
    m_again->clear();
    emit createRequested(input);
}

void SetUpPage::explain(const QString& problem, const QString& what)
{
    setBusy(false);
    m_problem->setText(problem, what);
    m_problem->show();
}

void SetUpPage::setBusy(bool busy)
{
    m_create->setBusy(busy);
}

void SetUpPage::chooseFolder()
{
    auto* dialog = new QFileDialog{window(), tr("Choose a folder for the store"), {}, {}};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { setLine(*m_location, folder + QStringLiteral("/team.holdfast")); });
    dialog->open();
}

void SetUpPage::chooseStore()
{
    auto* dialog = new QFileDialog{window(), tr("Open a store"), {}, tr("Holdfast stores (*.holdfast);;All files (*)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_openLocation, &QLineEdit::setText);
    dialog->open();
}

}  // namespace holdfast::ui
