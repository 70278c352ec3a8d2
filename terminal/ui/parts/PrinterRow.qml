import QtQuick
import Remise

/// One printer: what it is called, a picture and a word of how it is.
Touchable {
    id: row

    property var printer: ({})
    readonly property bool chosen: printer["chosen"] ?? false
    readonly property string sign: printer["sign"] ?? ""

    height: 124
    touchLabel: printer["name"] ?? ""
    edge: chosen ? Tokens.teal : Tokens.line
    border.width: chosen ? 4 : 2
    fill: chosen ? "#E3F1EF" : "white"

    Icon {
        id: picture

        anchors { left: parent.left; leftMargin: 20; verticalCenter: parent.verticalCenter }
        name: row.printer["icon"] ?? ""
        colour: States.colourOf(row.sign)
        side: 72
    }

    Column {
        anchors { left: picture.right; leftMargin: 20; right: parent.right; rightMargin: 16; verticalCenter: parent.verticalCenter }
        spacing: 2

        Said {
            width: parent.width
            text: row.printer["name"] ?? ""
            strong: true
            font.pixelSize: 28
            maximumLineCount: 1
            elide: Text.ElideRight
        }

        Row {
            spacing: 10

            StateSign {
                anchors.verticalCenter: parent.verticalCenter
                sign: row.sign
                side: 32
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, row.width - picture.width - 100)
                text: row.printer["word"] ?? ""
                color: States.colourOf(row.sign)
                strong: true
                font.pixelSize: 26
            }
        }

        Said {
            width: parent.width
            visible: text !== "" && row.height >= 120
            text: row.printer["detail"] ?? ""
            color: Tokens.muted
            maximumLineCount: 1
            elide: Text.ElideRight
        }
    }
}
