// A few words in a row, each with a way to take it off again; what is typed and not yet added still counts.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

class QLineEdit;

namespace holdfast::ui {

class FlowLayout;
class Theme;

class WordList final : public QWidget {
    Q_OBJECT

public:
    WordList(const Theme& theme, const QString& name, const QStringList& suggestions, QWidget* parent = nullptr);

    void setWords(const std::vector<std::string>& words);
    std::vector<std::string> words() const;
    QLineEdit* entry() const { return m_entry; }

signals:
    void changed();

private:
    void add();
    void rebuild();

    const Theme& m_theme;
    QString m_name;
    QStringList m_words;
    QWidget* m_chips;
    FlowLayout* m_flow;
    QLineEdit* m_entry;
};

}  // namespace holdfast::ui
