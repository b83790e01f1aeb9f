// The circle of a person in words: a call in one line, what stands in the head of the page, what is owed.
#pragma once

#include "app/carers.h"
#include "app/consents.h"
#include "person/person_view.h"

#include <QString>

namespace holdfast::ui {

/// What a person's circle shows, read together.
struct Circle {
    app::ConsentList consents;
    app::CarerList carers;
};

/// Under which the sheet of an answer is kept, and found again: "consent/gp".
std::string consentSheetName(ShareKind with, const CarerId& carer);

QString carerName(const app::CarerView& view);   ///< "Grace"
QString carerTitle(const app::CarerView& view);  ///< "Grace, mum"

/// The first line of a call's note: "Grace (mum) rang. We listened."
QString callSummary(const app::CarerView& view, ContactDirection direction, ContactOutcome outcome);
/// The last: "Told them: Appointments."; empty when nothing was.
QString toldWords(const std::vector<CarerTopic>& told, const QString& own);

/// "dates and plans only": what this carer may be told, in a few words.
QString mayTellWords(const app::CarerView& view);
/// The consent between services and each carer, and a call that is owed; what is stopped counts as a safety alert.
std::vector<AlertView> circleAlerts(const Circle& circle);
/// What the person asked to keep back between the services; empty when nothing.
QString keptBackWords(const Circle& circle);

/// "Offer by 3 Dec", "Accepted 4 Nov".
QString assessmentWords(const Carer& carer, Date today);
/// "Call back by Thu 26 Nov: the date"
QString owedWords(const CallBack& owed, Date today);
/// "said it, 9 Jun, review by 2 Dec"
QString consentFacts(const Consent& consent, const app::NameBook& names, Date today);
/// What cannot be saved, by the field it is about; empty when it is about none of them.
QString carerFieldError(const std::string& where);

}  // namespace holdfast::ui
