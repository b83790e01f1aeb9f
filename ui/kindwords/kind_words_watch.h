// Looks after every editor that somebody comes to, wherever it stands: what holds words about a person gets advice on
// them, unless it is switched off on this computer.
#pragma once

#include "kindwords/kind_words.h"

namespace holdfast::ui {

class Desk;
class SettingsStore;

/// Whether words are underlined on this computer.
inline const auto kindWordsSetting = QStringLiteral("writing/kindWords");

class KindWordsWatch final : public QObject {
    Q_OBJECT

public:
    KindWordsWatch(const Theme& theme, Desk& desk, SettingsStore& settings, QWidget& window);

    /// The list changed, somebody else signed in, or it was switched.
    void reload();
    /// To the next underlined word of the text that is being written, or from an open card to the one after.
    void next();
    /// The advice of an editor that was come to; nothing for those that get none.
    static KindWords* of(const QWidget& editor);

    /// Somebody comes to it: an editor that holds words about a person gets advice from now on.
    void cameTo(QWidget* widget);

private:
    template <class Words>
    void begin(Words& words);
    void hand(Matcher matcher);

    const Theme& m_theme;
    Desk& m_desk;
    SettingsStore& m_settings;
    QWidget& m_window;
    Matcher m_matcher;
    bool m_asked = false;
};

}  // namespace holdfast::ui
