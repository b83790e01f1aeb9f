// Pictures of consent and carers: the tab, a carer's call with what may be said, an answer, and a carer.
#pragma once

#include <QString>

#include <functional>

namespace holdfast::ui {

class PracticeClient;

/// Opens what there is about practice people, saving nothing; `draw` is called once for each picture.
void drawCircle(PracticeClient& practice, const std::function<void(const QString& name)>& draw);

}  // namespace holdfast::ui
