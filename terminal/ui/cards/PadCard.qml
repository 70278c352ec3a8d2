import QtQuick
import Remise

/// A number or a PIN on large keys.
Item {
    id: card

    required property WorkScreen work
    required property var words
    readonly property int keyHeight: Math.min(96, (height - field.height - done.height - 48) / 4)

    Rectangle {
        id: field

        anchors { left: keys.left; right: keys.right; top: parent.top }
        height: 88
        radius: Tokens.corner
        color: "white"
        border { width: 2; color: Tokens.line }

        Said {
            anchors.centerIn: parent
            text: card.work.typed + (card.work.typedUnit === "" ? "" : "\u00a0" + card.work.typedUnit)
            strong: true
            font.pixelSize: 48
            font.letterSpacing: 2
        }
    }

    Grid {
        id: keys

        anchors { horizontalCenter: parent.horizontalCenter; top: field.bottom; topMargin: 16 }
        columns: 3
        spacing: 10

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", card.work.takesDecimals ? "," : "", "0", "back"]

            Touchable {
                id: key

                required property string modelData

                width: 150
                height: card.keyHeight
                opacity: modelData === "" ? 0 : 1
                enabled: modelData !== ""
                touchLabel: modelData
                onTouched: card.work.press(key.modelData)

                Said {
                    anchors.centerIn: parent
                    visible: key.modelData !== "back"
                    text: key.modelData
                    strong: true
                    font.pixelSize: 40
                }

                Icon {
                    anchors.centerIn: parent
                    visible: key.modelData === "back"
                    name: "backspace"
                    side: 44
                }
            }
        }
    }

    Row {
        id: done

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        spacing: 16

        Touchable {
            visible: card.work.skipLabel !== ""
            width: 230
            height: 96
            touchLabel: card.work.skipLabel
            onTouched: card.work.skip()

            Said {
                anchors.centerIn: parent
                text: card.work.skipLabel
                font.pixelSize: 26
            }
        }

        MainAction {
            width: card.work.skipLabel === "" ? keys.width : keys.width - 246
            enabled: card.work.canConfirm
            icon: "check"
            label: "OK"
            onTouched: card.work.confirm()
        }
    }
}
