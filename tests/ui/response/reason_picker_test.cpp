#include "response/reason_picker.h"

#include "ui/support/open_desk.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

struct Fixture : OpenDesk {
    ReasonPicker picker{desk->policy()};

    int choices() const
    {
        int count = 0;
        for (int i = 0; i < picker.count(); ++i)
            count += picker.itemData(i).isValid() ? 1 : 0;
        return count;
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "every reason of the policy can be chosen")
{
    CHECK(choices() == 46);
    for (const auto& reason : desk->policy().reasons) {
        picker.setReason(reason.code);
        CHECK(picker.reason() == reason.code);
    }
}

TEST_CASE_METHOD(Fixture, "no class is shown before a reason is chosen")
{
    for (int i = 0; i < picker.count(); ++i) {
        const QString words = picker.itemText(i).toLower();
        CHECK_FALSE(words.contains(QStringLiteral("never")));
        CHECK_FALSE(words.contains(QStringLiteral("not allowed")));
        CHECK_FALSE(words.startsWith(QStringLiteral("n0")));
    }
}

TEST_CASE_METHOD(Fixture, "typing finds reasons by any part of their label")
{
    picker.completer()->setCompletionPrefix(QStringLiteral("abstinent"));
    CHECK(picker.completer()->completionCount() == 1);
}

TEST_CASE_METHOD(Fixture, "words that are no reason choose nothing")
{
    QSignalSpy changed{&picker, &ReasonPicker::reasonChanged};
    picker.setEditText(QStringLiteral("because"));
    CHECK_FALSE(picker.reason().has_value());
    CHECK(picker.isUnknownText());
    CHECK(changed.isEmpty());
}

TEST_CASE_METHOD(Fixture, "the reasons of the answering side come first")
{
    const QString mentalFirst = picker.itemText(0);
    picker.setNeed(Need::substanceUse);
    CHECK(picker.itemText(0) != mentalFirst);
    CHECK(choices() == 46);
}
