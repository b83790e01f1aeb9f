// What the record forms share: reading their fields, and the two that say which refusal an entry is about.
#pragma once

#include "domain/need.h"
#include "domain/service.h"

#include <QString>

#include <optional>
#include <string>

class QPlainTextEdit;

namespace holdfast::ui {

class Choice;
class RecordForm;
struct RecordContext;

ServiceId serviceOf(const Choice* choice);
WorkerId workerOf(const Choice* choice);
Need needOf(const Choice* choice);
std::string textOf(const QPlainTextEdit* editor);
/// Of "4", "4.60" or "£1,200.50"; nothing when it is no amount that an entry can have.
std::optional<int> penceOf(const QString& pounds);

/// The service the action is about; else that of the latest refusal of this need that still stands; else the one the
/// need is with.
ServiceId refusing(const RecordContext& context, Need need);

/// Which refusal it is about: need and service, filled from the case.
struct Refusal {
    Choice* need = nullptr;
    Choice* service = nullptr;
};
Refusal addRefusal(RecordForm& form, const QString& serviceLabel);

/// "Mental health", "Drugs and alcohol" or both; filled from where the form was opened.
Choice* addScope(RecordForm& form, const QString& label);

}  // namespace holdfast::ui
