/** What the server says of a field, in Chinese; its schemas speak English, and what is not known here stays so. */
const SPELLINGS: readonly (readonly [said: RegExp, zh: (...parts: string[]) => string])[] = [
  [/^Too big: expected number to be <=?\s*([\d.]+)/, (most) => `不能大于 ${most}`],
  [/^Too small: expected number to be >=\s*([\d.-]+)/, (least) => `不能小于 ${least}`],
  [/^Too small: expected number to be >\s*([\d.-]+)/, (least) => `须大于 ${least}`],
  [/^Too small: expected string to have >=1 characters/, () => "不能为空"],
  [/^Too big: expected string to have <=(\d+) characters/, (most) => `不能超过 ${most} 个字`],
  [/^Too small: expected array to have >=(\d+) items?/, (least) => `至少 ${least} 项`],
  [/^Invalid number: must be a multiple of ([\d.]+)/, (step) => `须为 ${step} 的整数倍`],
  [/^Invalid input: expected (?:number|int|integer|nonoptional)/, () => "请填写数字"],
  [/^Invalid input: expected string/, () => "请填写文字"],
  [/^Invalid (?:option|input: expected one of)/, () => "不是可选的值"],
  [/^Invalid ISO date/, () => "不是有效的日期"],
  [/^Invalid string: must match pattern/, () => "写法不对"],
  [/^choose a district/, () => "请选择区"],
  [/^choose an industry/, () => "请选择行业"],
  [/^has no invisible or control characters$/, () => "含有不可见的字符"],
  [/^is not known here$/, () => "没有这个字段"],
  [/^the weights add up to ([\d.]+), not to 100$/, (sum) => `权重合计 ${sum}，应为 100`],
  [/^(\w+) is there twice$/, (id) => `${id} 出现了两次`],
  [/^only a local indicator can be off$/, () => "只有地方特色指标可以不启用"],
  [/^one cannot be a numerator$/, () => "one 不能作分子"],
  [/^is the same figure as the numerator$/, () => "分母与分子相同"],
  [/^a fixed baseline needs a number/, () => "固定基准值须为每个启用的指标给出数值"],
  [/^none is on with a weight above 0$/, () => "没有启用的、权重大于 0 的指标"],
  [/^(\w+) needs (\d+) (?:scores|shares), not (\d+)$/, (letters, wanted) => `${letters} 需要 ${wanted} 个数`],
  [/^each score must be lower than the one before$/, () => "分数线须逐级降低"],
  [/^shares are cumulated/, () => "比例是累计的，后一个不能小于前一个"],
  [/^best and lowest grades together exceed the whole pool$/, () => "最好和最低的等级合计超过 100%"],
  [/^lower-case letters, digits/, () => "只能用小写字母、数字和连字符"],
  [/^at least (\d+) characters$/, (least) => `至少 ${least} 个字符`],
  [/^a letter or digit, then letters/, () => "以字母、数字或汉字开头，可含 . _ - @，最多 60 个字"],
  [/^is taken$/, () => "已被使用"],
  [/^is not the password of this account$/, () => "与当前密码不符"],
  [/^an officer of a district names one/, () => "区级经办人须指定所属区，其他角色不指定"],
  [/^is before validFrom$/, () => "早于起始日期"],
];

export function inChinese(message: string): string {
  for (const [said, zh] of SPELLINGS) {
    const found = said.exec(message);
    if (found) return zh(...found.slice(1));
  }
  return message;
}

/** What a refusal means, where nobody wrote it in Chinese. */
const MEANT: Readonly<Record<number, string>> = {
  400: "填写的内容有误",
  401: "请先登录",
  403: "您的账户没有这项权限",
  404: "对象已经不在了",
  409: "情况已经变了，没有执行",
  413: "内容太大",
  415: "内容的格式不对",
  422: "填写的内容不符合要求",
  429: "操作太频繁，请稍后再试",
  500: "服务器出错，什么也没有改动",
  503: "服务器正忙，请稍后再试",
};

export const meantInChinese = (status: number): string | undefined => MEANT[status];
