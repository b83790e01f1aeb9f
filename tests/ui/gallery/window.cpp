#include "gallery.h"
#include "shell/main_window.h"
#include "shell/nav_rail.h"
#include "shell/settings_store.h"
#include "shell/status_strip.h"
#include "shell/top_bar.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/dialog_sheet.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui::gallery {
namespace {

/// A page like Today: a title and rows.
class RowsPage final : public Page {
public:
    RowsPage(const Theme& theme, QString id, QString title, QString icon)
        : m_id{std::move(id)}, m_title{std::move(title)}, m_icon{std::move(icon)}, m_widget{new QWidget}
    {
        auto* column = new QVBoxLayout{m_widget};
        column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), 0);
        column->addWidget(plainLabel(m_title, Type::h1));
        column->addWidget(new RunLabel{theme,
                                       Type::body,
                                       {{QStringLiteral("Tuesday 18 November. 13 things need you: "), Color::ink2},
                                        {QStringLiteral("1 crisis"), Color::late, 600},
                                        {QStringLiteral(", "), Color::ink2},
                                        {QStringLiteral("2 bounces to challenge"), Color::bounce, 600}}});
        auto* card = new Card{theme};
        auto* rows = new QVBoxLayout{card};
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(0);
        const char* names[]{"Marcus Adeyemi", "Soraya Haidari", "Callum Prentice"};
        for (int i = 0; i < 3; ++i) {
            auto* row = new WorkRow{theme};
            row->setFirst(i == 0);
            row->setFixedHeight(theme.size(Size::rowToday));
            auto* line = new QHBoxLayout{row};
            line->setContentsMargins(theme.px(14), 0, theme.px(8), 0);
            line->addWidget(strongLabel(QString::fromUtf8(names[i]), Type::dense));
            line->addWidget(new NeedCell{theme, QStringLiteral("Psychosis"), QStringLiteral("Alcohol")});
            line->addWidget(
                new ElidedLabel{QStringLiteral("Wrenfield CMHT has not replied to the referral"), Type::dense}, 1);
            line->addWidget(new Button{theme, QStringLiteral("Log reply"), ButtonKind::primary});
            rows->addWidget(row);
        }
        column->addWidget(card);
        column->addStretch();
    }

    QString id() const override { return m_id; }
    QString title() const override { return m_title; }
    QString icon() const override { return m_icon; }
    QWidget* widget() override { return m_widget; }
    void refresh() override {}

private:
    QString m_id;
    QString m_title;
    QString m_icon;
    QWidget* m_widget;
};

}  // namespace

QWidget* window(Theme& theme, SettingsStore& settings, bool withSheet)
{
    auto* main = new MainWindow{theme, settings};
    const char* pages[][3]{{"today", "Today", "today"},
                           {"people", "People", "people"},
                           {"referrals", "Referrals", "referrals"},
                           {"reports", "Reports", "reports"},
                           {"directory", "Directory", "directory"},
                           {"settings", "Settings", "settings"}};
    for (const auto& page : pages)
        main->addPage(
            std::make_unique<RowsPage>(theme, QLatin1String{page[0]}, QLatin1String{page[1]}, QLatin1String{page[2]}),
            &page == &pages[5] ? MainWindow::Place::railEnd : MainWindow::Place::rail);
    main->addNewCommand(new QAction{QStringLiteral("Person"), main});
    main->go(QStringLiteral("today"));
    main->rail().setCount(QStringLiteral("today"), 13);
    main->topBar().setWorker(QStringLiteral("Priya Raman"), QStringLiteral("Keyworker, Lantern Drug & Alcohol"),
                             Role::da);
    main->status().setPracticeStore();
    main->status().setSaved(QStringLiteral("10:42"));
    main->status().setPolicy(QStringLiteral("Wrenfield joint protocol v3.1"));
    if (!withSheet) {
        main->toasts().done(QStringLiteral("Note saved. Both services can see it."), [] {});
        return main;
    }
    main->show();
    auto* sheet = new DialogSheet{theme, QStringLiteral("Log a reply from Wrenfield CMHT"), 720, *main};
    sheet->setLeading(new Avatar{theme, QStringLiteral("Marcus Adeyemi"), Role::wait, 40});
    sheet->setSubtitle(QStringLiteral("Marcus Adeyemi"), QStringLiteral(", 41, he/him, NHS 999 186 0916"));
    sheet->addHeaderWidget(new Tag{theme, needLook(Lane::mentalHealth, QStringLiteral("Psychosis"))});
    auto* body = new QVBoxLayout{sheet->body()};
    body->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(20));
    body->addWidget(new FieldBox{theme, QStringLiteral("Received"), new QLineEdit{QStringLiteral("18 Nov 2025, 10:31")},
                                 QStringLiteral("Day, month, year and time")});
    body->addWidget(new FieldBox{theme, QStringLiteral("Who replied"), new QLineEdit});
    sheet->addCancel(QStringLiteral("Cancel"));
    sheet->addPrimary(QStringLiteral("Record and challenge"), QStringLiteral("letter"));
    sheet->addSecondary(QStringLiteral("Record only"));
    sheet->open();
    return main;
}

}  // namespace holdfast::ui::gallery
