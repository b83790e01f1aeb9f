#include "shell/shortcut_sheet.h"

#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/dialog_sheet.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QGridLayout>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

void showShortcutSheet(const Theme& theme, QWidget& window, const QList<ShortcutGroup>& groups)
{
    auto* sheet = new DialogSheet{theme, Words::tr("Keys"), 640, window};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setObjectName(QStringLiteral("shortcutSheet"));
    auto* grid = new QGridLayout{sheet->body()};
    grid->setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(16));
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(6));
    int row = 0;
    for (const ShortcutGroup& group : groups) {
        if (group.lines.isEmpty())
            continue;
        grid->addWidget(strongLabel(group.title, Type::dense, Color::ink2), row++, 0, 1, 2);
        for (const ShortcutGroup::Line& line : group.lines) {
            grid->addWidget(new KeyHint{line.keys}, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
            grid->addWidget(new RunLabel{theme, Type::dense, {{line.does}}}, row++, 1);
        }
        grid->setRowMinimumHeight(row++, theme.px(6));
    }
    grid->setColumnStretch(1, 1);
    sheet->addCancel(Words::tr("Close"));
    sheet->open();
}

}  // namespace holdfast::ui
