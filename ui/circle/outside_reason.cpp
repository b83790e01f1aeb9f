#include "circle/outside_reason.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/segmented_control.h"

#include <QCoreApplication>

namespace holdfast::ui {
namespace {

QString said(const char* words)
{
    return QCoreApplication::translate("OutsideReason", words);
}

}  // namespace

OutsideReason::OutsideReason(const Theme& theme, const Desk& desk, const QString& name, const QString& hint)
{
    QStringList offered{said("They were asked today and said yes")};
    if (desk.may(app::Action::overrideConsent))
        offered << said("Without their yes, for a reason");
    grounds = new SegmentedControl{theme, said("On what ground"), offered};
    grounds->setObjectName(name + QStringLiteral("Grounds"));
    text = new GrowingText{theme, said("Why, or what they said"), 2, 6};
    text->setObjectName(name + QStringLiteral("Reason"));
    box = new FieldBox{theme, said("Why, or what they said"), text, hint};
}

bool OutsideReason::into(app::ExceptionInput& input) const
{
    input.grounds = grounds->current() == 0 ? ExceptionGrounds::asked : ExceptionGrounds::overridden;
    input.reason = text->toPlainText().trimmed().toStdString();
    box->setError(input.reason.empty() ? said("Write why; it is kept with your name") : QString{});
    return !input.reason.empty();
}

}  // namespace holdfast::ui
