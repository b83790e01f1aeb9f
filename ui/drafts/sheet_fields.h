// What the fields of a sheet hold, by their labels, whatever the sheet: for keeping them while they are filled in and for
// putting them back.
#pragma once

#include <QList>
#include <QWidget>

#include <map>
#include <string>

namespace holdfast::ui {

using Answers = std::map<std::string, std::string>;

/// Every field below `body` that a person can fill in; what is empty or not chosen is left out.
Answers answersIn(const QWidget& body);

/// Fills them in as a person would, first what other fields depend on. A field that is not there any more is left out.
void putAnswers(QWidget& body, const Answers& answers);

/// `changed` is called whenever one of them changes, those that are added later too.
void watchAnswers(QWidget& body, QObject& receiver, const std::function<void()>& changed);

}  // namespace holdfast::ui
