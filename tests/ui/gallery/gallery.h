// The pages of the gallery: each draws the states of some components, like the drawings 9a and 9b.
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace holdfast::ui {
class SettingsStore;
}

namespace holdfast::ui::gallery {

QWidget* componentsOne(const Theme& theme);    ///< people, lanes and the clasp
QWidget* componentsTwo(const Theme& theme);    ///< forms, messages, finding things
QWidget* componentsThree(const Theme& theme);  ///< timeline, assessment, reports

/// The whole window; with a dialog in it, or a toast.
QWidget* window(Theme& theme, SettingsStore& settings, bool withSheet);

/// A heading and what is under it.
QWidget* section(const QString& title, QLayout* content);

}  // namespace holdfast::ui::gallery
