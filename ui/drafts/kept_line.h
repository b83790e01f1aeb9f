// Where what is typed is, always beside its editor: "Saved 10:42:07".
#pragma once

#include "async/keeper.h"

#include <QLabel>

namespace holdfast::ui {

class KeptLine final : public QLabel {
    Q_OBJECT

public:
    explicit KeptLine(QWidget* parent = nullptr);

    /// Says what that one says from now on; what it followed before is let go.
    void follow(Keeping& keeping);

private:
    void say(const Keeping& keeping);

    QPointer<Keeping> m_keeping;
};

}  // namespace holdfast::ui
