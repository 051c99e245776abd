import type { DeskTab } from "../../opened.ts";

/** Signing in, one's own menu, and what stands at the head of the desk. */
export const account = {
  button: (name: string) => `账户：${name}`,
  menu: "账户",
  close: "关闭账户",
  tabs: {
    tokens: "访问令牌",
    password: "修改密码",
    accounts: "账户管理",
    audit: "操作记录",
  } satisfies Record<DeskTab, string>,
  signOut: "退出登录",
  showPassword: "显示密码",
  hidePassword: "隐藏密码",

  signIn: {
    title: "登录",
    close: "关闭登录",
    because: {
      wanted: "浏览地图不需要登录；登录后可按您的角色办理业务。",
      ended: "您的登录已结束。请重新登录，已填写的内容仍在，登录后再次提交即可。",
      closed: "本系统需要登录后查看。",
    },
    name: "登录名",
    password: "密码",
    submit: "登录",
    or: "或",
    provider: (name: string) => `通过 ${name} 登录`,
    providerHint: "将离开本页，登录后返回地图的同一位置；尚未提交的内容不会保留。",
    noAccounts: "还没有任何账户",
    noAccountsText:
      "请在运行本系统的服务器上执行下面的命令，建立第一个管理员账户。密码由您当场设定。使用内置数据库时，请先停止本系统，完成后再启动。",
    copyCommand: "复制命令",
    again: "已建立，继续登录",
  },
};
