import QtQuick
import Remise

/// A word of help for this very card.
Touchable {
    id: card

    property string text
    property var words: ({})

    signal settled()

    touchLabel: words["help.close"] ?? ""
    fill: "#E9F0F8"
    edge: Tokens.info
    border.width: 4
    onTouched: settled()

    Column {
        anchors { left: parent.left; right: parent.right; margins: 32; verticalCenter: parent.verticalCenter; verticalCenterOffset: -24 }
        spacing: 28

        StateSign {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: "info"
            side: 112
        }

        Said {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.text
            strong: true
            font.pixelSize: 32
        }

        Said {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text !== card.text
            text: card.words["help.leader"] ?? ""
            font.pixelSize: 28
            color: Tokens.muted
        }
    }

    Understood {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 20 }
        label: card.touchLabel
        colour: Tokens.info
    }
}
