// Writing a story: a field for each part with whom it may be shared, kept while it is typed. When a colleague wrote one
// meanwhile both are shown, word by word, and both are kept.
#pragma once

#include "app/story.h"
#include "widgets/dialog_sheet.h"

#include <array>

namespace holdfast {
struct Error;
}

namespace holdfast::ui {

class Banner;
class Choice;
class Desk;
class FieldBox;
class GrowingText;

class StorySheet final : public DialogSheet {
    Q_OBJECT

public:
    StorySheet(const Theme& theme, Desk& desk, const PersonId& person, const QString& name, StoryVersion current,
               QWidget& window);

    Story written() const;

signals:
    void saved(int number);

private:
    void build();
    void save();
    void explain(const Error& error);
    void showTheirs();

    struct Field {
        GrowingText* text = nullptr;
        Choice* sharing = nullptr;
        FieldBox* box = nullptr;
    };

    Desk& m_desk;
    PersonId m_person;
    StoryVersion m_current;
    CommandId m_command;
    std::array<Field, allStoryParts.size()> m_fields;
    Banner* m_trouble = nullptr;
    QWidget* m_shell;
};

/// One thing that somebody said they would do. `taken` hears it.
DialogSheet* promiseSheet(const Theme& theme, Desk& desk, const PersonId& person, QWidget& window,
                          std::function<void(const StoryPromise&)> taken);

/// To whom they had to tell it again.
DialogSheet* retellingSheet(const Theme& theme, Desk& desk, const PersonId& person, QWidget& window,
                            std::function<void(const std::string&)> taken);

}  // namespace holdfast::ui
