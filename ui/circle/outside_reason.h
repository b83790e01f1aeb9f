// On what ground something is shared that the person did not agree to, and why: what every sheet asks that may record it.
#pragma once

#include "app/consents.h"

#include <QString>

namespace holdfast::ui {

class Desk;
class FieldBox;
class GrowingText;
class SegmentedControl;
class Theme;

struct OutsideReason {
    /// Names begin with `name`: "outsideGrounds", "outsideReason". Without their yes is offered only to those who may.
    OutsideReason(const Theme& theme, const Desk& desk, const QString& name, const QString& hint = {});

    /// Puts both into the input; false, and said at the field, when there is no reason.
    bool into(app::ExceptionInput& input) const;

    SegmentedControl* grounds;  ///< belongs, as the field does, to the layout it is put into
    GrowingText* text;
    FieldBox* box;
};

}  // namespace holdfast::ui
