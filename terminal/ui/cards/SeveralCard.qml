pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// Up to six answers, any of which may be touched before "that is all".
Item {
    id: card

    required property WorkScreen work
    required property var words
    readonly property int rowCount: Math.ceil(work.answers.length / grid.columns)

    Grid {
        id: grid

        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: all.top; bottomMargin: spacing }
        columns: 2
        spacing: 12

        Repeater {
            model: card.visible ? card.work.answers : []

            AnswerRow {
                required property var modelData
                required property int index

                width: (grid.width - grid.spacing) / 2
                height: (grid.height - (card.rowCount - 1) * grid.spacing) / card.rowCount
                label: modelData["label"]
                icon: modelData["icon"]
                chosen: modelData["chosen"]
                onTouched: card.work.answer(index)
            }
        }
    }

    MainAction {
        id: all

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 90
        enabled: card.work.canConfirm
        icon: "check"
        label: card.words["card.that_is_all"]
        onTouched: card.work.confirm()
    }
}
